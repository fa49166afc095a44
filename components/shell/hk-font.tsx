'use client'
import '@fontsource-variable/noto-sans-hk/index.css'

/** Brings the Hong Kong slices of the face; its style sheet is large, so only its own language loads it. */
export default function HkFont() {
  return null
}
