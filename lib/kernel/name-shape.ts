/**
 * The shape of a name as far as it can be told without Unicode tables: small enough for a browser. The full
 * check is `canonicalName` in names.ts, which begins with this one.
 */
import { ok, refuse, type Refused, type RefusalParams, type Result } from './result'

/** RFC 1035 §2.3.4: octets of a whole name (text form, without the root's dot) and of one label. */
export const NAME_LIMITS = { name: 253, label: 63 } as const

/** Dots that people type on Chinese, Japanese and Korean keyboards (UTS 46 §2.3). */
const OTHER_DOTS = /[\u3002\uFF0E\uFF61]/g

/**
 * Tidies what a person typed: outer blanks and one trailing dot go, other dots become `.`, letters are
 * composed (NFC) and lower case. Refuses `name-empty`, `name-empty-label`, `name-too-long`,
 * `name-label-too-long`, `name-edge-hyphen` and `name-hyphens-3-4`.
 */
export function nameShape(text: string): Result<string> {
  const composed = text.trim().normalize('NFC').replace(OTHER_DOTS, '.').toLowerCase().normalize('NFC')
  const tidy = composed.endsWith('.') ? composed.slice(0, -1) : composed
  if (tidy === '') return refuseName('name-empty')
  if (tidy.length > NAME_LIMITS.name) return refuseName('name-too-long', { limit: NAME_LIMITS.name })
  for (const label of tidy.split('.')) {
    const refused = labelShape(label)
    if (refused) return refused
  }
  return ok(tidy)
}

/** A refusal that concerns the field in which a name is typed. */
export function refuseName(code: string, params?: RefusalParams): Refused {
  return refuse(code, params ? { field: 'name', params } : { field: 'name' })
}

function labelShape(label: string): Refused | null {
  if (label === '') return refuseName('name-empty-label')
  if (label.length > NAME_LIMITS.label) {
    return refuseName('name-label-too-long', { label, limit: NAME_LIMITS.label })
  }
  if (label.startsWith('-') || label.endsWith('-')) return refuseName('name-edge-hyphen', { label })
  if (label.slice(2, 4) === '--' && !label.startsWith('xn--')) {
    return refuseName('name-hyphens-3-4', { label })
  }
  return null
}
