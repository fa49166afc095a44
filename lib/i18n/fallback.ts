import type { Texts } from './modules'

/** `texts`, with what it lacks taken from `spare`, at any depth. */
export function withSpareTexts(texts: Texts, spare: Texts): Texts {
  const merged: Texts = { ...texts }
  for (const [key, value] of Object.entries(spare)) {
    const own = merged[key]
    if (own === undefined) merged[key] = value
    else if (typeof own === 'object' && typeof value === 'object') merged[key] = withSpareTexts(own, value)
  }
  return merged
}
