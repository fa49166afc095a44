/** Whether a label may be registered under its suffix: the zone's own table of letters and its lengths. */
import { refuseName } from '@/lib/kernel/name-shape'
import { ok, type Result } from '@/lib/kernel/result'
import type { NameInZone } from './resolver'

const PLAIN = /^[a-z0-9-]$/
const SCRIPTS = { Han: /^\p{Script=Han}$/u } as const

/**
 * A label holds a–z, 0–9, hyphens and the zone's own letters only, within the zone's lengths. Refuses
 * `name-letter-not-allowed`, `name-label-too-short`, `name-label-too-long` and `name-idn-not-allowed`.
 */
export function decideSyntax(found: NameInZone): Result<'allowed'> {
  const { minLength, maxLength } = found.zone.nameSyntax
  const characters = [...found.unicodeLabel]
  if (characters.length < minLength.value) {
    return refuseName('name-label-too-short', { label: found.unicodeLabel, limit: minLength.value })
  }
  if (found.label.length > maxLength.value) {
    return refuseName('name-label-too-long', { label: found.unicodeLabel, limit: maxLength.value })
  }
  const foreign = characters.find((letter) => !isLetterOf(found, letter))
  if (foreign) {
    return refuseName('name-letter-not-allowed', { character: foreign, extension: found.suffix.suffix })
  }
  if (found.label !== found.unicodeLabel && !found.suffix.idn.value) {
    return refuseName('name-idn-not-allowed', { extension: found.suffix.suffix })
  }
  return ok('allowed')
}

function isLetterOf({ zone }: NameInZone, letter: string): boolean {
  const { letters, scripts } = zone.nameSyntax
  if (PLAIN.test(letter) || letters.value.includes(letter)) return true
  return scripts.value.some((script) => SCRIPTS[script].test(letter))
}
