'use client'
import dynamic from 'next/dynamic'

const HkFont = dynamic(() => import('./hk-font'))

/** Brings the faces that only one language needs. In a client component, so that only its pages link them. */
export function Faces({ locale }: { locale: string }) {
  return locale === 'zh-Hant-HK' ? <HkFont /> : null
}
