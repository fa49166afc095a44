/** Country calling codes of one and two digits (ITU-T E.164); every other code has three. */
const ONE = new Set(['1', '7'])
const TWO = new Set(
  '20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98'.split(
    ' ',
  ),
)

/** EPP writes a dot after the calling code: `+84912345678` becomes `+84.912345678` (RFC 5733 §2.5). */
export function toEppPhone(number: string): string {
  if (number === '' || number.includes('.')) return number
  const digits = number.replace(/\D/g, '')
  const length = ONE.has(digits.slice(0, 1)) ? 1 : TWO.has(digits.slice(0, 2)) ? 2 : 3
  return `+${digits.slice(0, length)}.${digits.slice(length)}`
}
