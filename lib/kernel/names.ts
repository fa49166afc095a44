/**
 * One spelling for each name. People type U-labels (`thế-giới.vn`) or A-labels (`xn--…`) in any case; claims,
 * rows and the registry know a name by its A-label in lower case alone (RFC 5890–5892, UTS 46).
 */
import { toASCII, toUnicode } from 'tr46'
import { nameShape, NAME_LIMITS, refuseName } from './name-shape'
import { ok, type Refused, type Result } from './result'

/** A name in its two spellings; `labels` are the A-labels from left to right. */
export interface CanonicalName {
  readonly ascii: string
  readonly unicode: string
  readonly labels: readonly string[]
}

/** Strict, non-transitional: a character is refused rather than bent into another one. */
const STRICT = {
  checkBidi: true,
  checkHyphens: true,
  checkJoiners: true,
  useSTD3ASCIIRules: true,
  transitionalProcessing: false,
  ignoreInvalidPunycode: false,
} as const

/** Letters, marks, digits (RFC 5892 §2.1), hyphen, and the joiners, whose context tr46 checks. */
const LETTER_DIGIT = /^[\p{Ll}\p{Lo}\p{Lm}\p{Mn}\p{Mc}\p{Nd}\u200C\u200D-]$/u
/** RFC 5892 §2.6: letters by category that no name may hold, and those allowed in a context only (refused). */
const EXCEPTIONS = /[\u0640\u07FA\u302E\u302F\u3031-\u3035\u303B\u00B7\u0375\u05F3\u05F4\u30FB]/u
/** RFC 5892 §2.6 PVALID, although compatibility folding would change them. */
const STABLE_EXCEPTIONS = /[\u00DF\u03C2\u06FD\u06FE\u0F0B\u3007]/u
const EMOJI = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u{1F3FB}-\u{1F3FF}\u20E3]/u
/**
 * Characters that show nothing, variation selectors among them; UTS 46 would drop them in silence, and two names
 * would look alike. The joiners may stay: tr46 checks their context.
 */
const INVISIBLE = /(?![\u200C\u200D])\p{Default_Ignorable_Code_Point}/u

const SCRIPTS = [
  'Latin',
  'Greek',
  'Cyrillic',
  'Armenian',
  'Georgian',
  'Hebrew',
  'Arabic',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Oriya',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Thai',
  'Lao',
  'Khmer',
  'Myanmar',
  'Tibetan',
  'Ethiopic',
  'Cherokee',
  'Mongolian',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Bopomofo',
].map((name) => ({ name, test: new RegExp(`\\p{Script=${name}}`, 'u') }))
const NO_SCRIPT = /[\p{Script=Common}\p{Script=Inherited}]/u
/** Scripts that are written together (UTS 39 §5.2, highly restrictive). */
const TOGETHER = [
  ['Latin', 'Han', 'Hiragana', 'Katakana'],
  ['Latin', 'Han', 'Bopomofo'],
  ['Latin', 'Han', 'Hangul'],
]

/**
 * The canonical form of a typed name. Accepts U- and A-labels, whatever case, one trailing dot, full-width
 * dots. Refusals (field `name`): those of `nameShape`, and `name-invisible-character`, `name-emoji`,
 * `name-bad-character`, `name-mixed-script`, `name-bad-a-label`, `name-invalid`.
 */
export function canonicalName(text: string): Result<CanonicalName> {
  const bare = text.trim()
  if (INVISIBLE.test(bare)) return refuseName('name-invisible-character')
  if (EMOJI.test(bare)) return refuseName('name-emoji')
  const shape = nameShape(bare)
  if (!shape.ok) return shape
  const labels: { ascii: string; unicode: string }[] = []
  for (const label of shape.value.split('.')) {
    const read = readLabel(label)
    if (!read.ok) return read
    labels.push(read.value)
  }
  const ascii = labels.map((label) => label.ascii).join('.')
  const unicode = labels.map((label) => label.unicode).join('.')
  if (ascii.length > NAME_LIMITS.name) return refuseName('name-too-long', { limit: NAME_LIMITS.name })
  const whole = toUnicode(ascii, STRICT)
  if (whole.error || whole.domain !== unicode) return refuseName('name-invalid', { label: unicode })
  return ok({ ascii, unicode, labels: labels.map((label) => label.ascii) })
}

function readLabel(label: string): Result<{ ascii: string; unicode: string }> {
  const typedAsALabel = label.startsWith('xn--')
  const decoded = toUnicode(label, STRICT)
  if (typedAsALabel && decoded.error) return refuseName('name-bad-a-label', { label })
  const unicode = decoded.domain
  const refused = checkCharacters(unicode) ?? checkScripts(unicode)
  if (refused) return refused
  if (decoded.error) return refuseName('name-invalid', { label })
  const ascii = toASCII(unicode, STRICT)
  if (ascii === null) return refuseName('name-invalid', { label })
  if (ascii.length > NAME_LIMITS.label) {
    return refuseName('name-label-too-long', { label: unicode, limit: NAME_LIMITS.label })
  }
  if (typedAsALabel && ascii !== label) return refuseName('name-bad-a-label', { label })
  return ok({ ascii, unicode })
}

function checkCharacters(unicode: string): Refused | null {
  if (EMOJI.test(unicode)) return refuseName('name-emoji')
  for (const character of unicode) {
    if (isNameCharacter(character)) continue
    const codePoint = character.codePointAt(0) ?? 0
    return refuseName('name-bad-character', {
      character,
      codePoint: `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`,
    })
  }
  return null
}

/** RFC 5892: a letter or digit that case and compatibility folding leave as it is. */
function isNameCharacter(character: string): boolean {
  if (STABLE_EXCEPTIONS.test(character)) return true
  if (!LETTER_DIGIT.test(character) || EXCEPTIONS.test(character)) return false
  return character.normalize('NFKC').toLowerCase().normalize('NFKC') === character
}

function checkScripts(unicode: string): Refused | null {
  const found = new Set<string>()
  for (const character of unicode) {
    if (NO_SCRIPT.test(character)) continue
    found.add(SCRIPTS.find((script) => script.test.test(character))?.name ?? 'other')
  }
  if (found.size < 2) return null
  const written = TOGETHER.some((set) => [...found].every((script) => set.includes(script)))
  return written ? null : refuseName('name-mixed-script', { label: unicode, scripts: [...found].join(', ') })
}
