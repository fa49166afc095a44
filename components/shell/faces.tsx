'use client'
import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'

const HkFont = dynamic(() => import('./hk-font'))

/** The face that a page asks for when it shows a Chinese character the reader's system has none for. */
const ASKED_FOR = 'Any Chinese'

/**
 * Brings the faces that not every page needs: the Hong Kong slices on pages in Chinese, and elsewhere once such a
 * character is shown or typed, as in a holder's name. In a client component, so that only these pages link them. An
 * action may lead into another language without loading the page anew: the outermost frame stays then, so
 * the document's language is set from here.
 */
export function Faces({ locale }: { locale: string }) {
  const asked = useAskedFor()
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  return locale === 'zh-Hant-HK' || asked ? <HkFont /> : null
}

/** Whether the page has asked for Chinese characters beyond the fixed ones, before it was listened to or since. */
function useAskedFor(): boolean {
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    const listen = () => {
      const face = [...document.fonts].find(({ family }) => family.includes(ASKED_FOR))
      if (face && face.status !== 'unloaded') setAsked(true)
    }
    listen()
    document.fonts.addEventListener('loadingdone', listen)
    return () => document.fonts.removeEventListener('loadingdone', listen)
  }, [])
  return asked
}
