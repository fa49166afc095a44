/** Names and fees of the sandbox's zones. */
import { isIP } from 'node:net'
import { domainToASCII, domainToUnicode } from 'node:url'
import type { Currency } from '@/lib/kernel/money'

const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/

/** Whether a text is a host name of LDH labels and genuine A-labels, in lower case, with at least two labels. */
export function isHostName(name: string): boolean {
  const labels = name.split('.')
  if (name.length > 253 || labels.length < 2 || isIP(name) !== 0) return false
  return labels.every(isLabel)
}

function isLabel(label: string): boolean {
  if (!LABEL.test(label)) return false
  if (!label.startsWith('xn--')) return label.slice(2, 4) !== '--'
  const unicode = domainToUnicode(label)
  return unicode !== '' && unicode !== label && domainToASCII(unicode) === label
}

/** The most specific of `zones` that a name lies in; `undefined` when it lies in none. */
export function zoneOf(name: string, zones: ReadonlySet<string>): string | undefined {
  const labels = name.split('.')
  for (let i = 1; i < labels.length; i++) {
    const suffix = labels.slice(i).join('.')
    if (zones.has(suffix)) return suffix
  }
  return undefined
}

/** The name that can be registered above a host: one label under its zone. */
export function registrableName(host: string, zone: string): string {
  const label =
    host
      .slice(0, -zone.length - 1)
      .split('.')
      .pop() ?? ''
  return `${label}.${zone}`
}

/** Fees of a zone in the minor unit of its currency. */
export interface ZoneFees {
  readonly name: string
  readonly currency: Currency
  readonly yearlyFee: bigint
  readonly idnFee: bigint
}

/** Yearly fee of a name; of .vn as in R-VN-08, by class of name (IDN first, then third level, then length). */
export function yearlyFee(name: string, zone: ZoneFees): bigint {
  const label = name.slice(0, -zone.name.length - 1)
  if (label.startsWith('xn--')) return zone.idnFee
  if (zone.name !== 'vn') return zone.yearlyFee
  if (label.length === 1) return 40_000_000n
  return label.length === 2 ? 10_000_000n : zone.yearlyFee
}
