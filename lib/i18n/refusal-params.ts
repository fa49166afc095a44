import type { RefusalParams } from '@/lib/kernel/result'

/** Codes that a sentence chooses its words by; ICU allows no hyphen in such a key. */
const CHOSEN_BY = ['kind', 'step']

/** What a refusal's sentence is filled with. */
export function sentenceParams(params: RefusalParams | undefined): Record<string, string | number> {
  const entries = Object.entries(params ?? {}).map(([key, value]) => [
    key,
    CHOSEN_BY.includes(key) ? String(value).replaceAll('-', '_') : value,
  ])
  return Object.fromEntries(entries) as Record<string, string | number>
}
