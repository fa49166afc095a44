'use client'
import '@fontsource-variable/noto-sans-hk/index.css'

/** Brings the Hong Kong slices of the face; their style sheet is large, so only pages that need them load it. */
export default function HkFont() {
  return null
}
