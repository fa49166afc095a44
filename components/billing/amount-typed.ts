/** An amount as a person types it. Pure. */
import { CURRENCIES, type Currency } from '@/lib/kernel/money'

/**
 * The minor units of a typed amount, digits only: `1.250.000` VND is `1250000`, `12,5` EUR is `1250`. Grouping
 * marks and blanks do not count; what is no amount comes back as it was, for the command to refuse.
 */
export function minorDigits(text: string, currency: Currency): string {
  const places = CURRENCIES[currency]
  const bare = text.replace(/[\s\u00A0\u202F']/g, '')
  const grouped = /^\d{1,3}([.,]\d{3})*$|^\d+$/
  if (grouped.test(bare)) return withoutZeros(bare.replace(/[.,]/g, '') + '0'.repeat(places))
  const parts = /^(\d{1,3}(?:[.,]\d{3})*|\d+)[.,](\d{1,2})$/.exec(bare)
  if (places === 0 || !parts) return text
  return withoutZeros((parts[1] ?? '').replace(/[.,]/g, '') + (parts[2] ?? '').padEnd(places, '0'))
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '')
}
