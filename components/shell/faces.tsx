'use client'
import dynamic from 'next/dynamic'
import { useEffect } from 'react'

const HkFont = dynamic(() => import('./hk-font'))

/**
 * Brings the faces that only one language needs. In a client component, so that only its pages link them. An
 * action may lead into another language without loading the page anew: the outermost frame stays then, so
 * the document's language is set from here.
 */
export function Faces({ locale }: { locale: string }) {
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  return locale === 'zh-Hant-HK' ? <HkFont /> : null
}
