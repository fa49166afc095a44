/** What names of each class cost under an extension: the very quotes that an order would get (R-HO-04, R-VN-08). */
import { type Money, money, total } from '@/lib/kernel/money'
import type { Result } from '@/lib/kernel/result'
import { periodsOf } from './effective'
import { nameClass, quoteRegistration, quoteRenewal, quoteTransfer, type QuoteLine } from './fees.rule'
import type { ZonePolicy, ZoneSuffix, ZoneVersion } from './policy'
import type { NameInZone } from './resolver'

/** The fees of one class. A fee that is not asked is left out. */
export interface ClassFees {
  readonly nameClass: string
  /** All that is paid for the shortest registration. */
  readonly first: Money
  readonly registration: QuoteLine
  /** One year of a renewal. */
  readonly yearly: QuoteLine
  /** The lines of a transfer in, and their sum. */
  readonly transfer?: { readonly lines: readonly QuoteLine[]; readonly total: Money }
  readonly reactivation?: QuoteLine
  readonly redemption?: QuoteLine
}

/** The fees of every class a name under a suffix may fall into, the shortest names first, the usual class next. */
export function feesUnder(
  zone: ZonePolicy,
  suffix: ZoneSuffix,
  version: ZoneVersion,
  at: Date,
): readonly ClassFees[] {
  return samplesUnder(zone, suffix).flatMap((sample) => feesOf(sample, version, at) ?? [])
}

/** The fees of the usual class of names under a suffix; undefined on a day without them. */
export function usualFees(
  zone: ZonePolicy,
  suffix: ZoneSuffix,
  version: ZoneVersion,
  at: Date,
): ClassFees | undefined {
  return feesOf(usualSample(zone, suffix), version, at)
}

function feesOf(sample: NameInZone, version: ZoneVersion, at: Date): ClassFees | undefined {
  const { registerMin, renewMin } = periodsOf(version).value
  const first = linesOf(quoteRegistration(sample, version, registerMin, at))
  const renewal = (phase: 'term' | 'grace' | 'redemption') =>
    linesOf(quoteRenewal(sample, version, { years: renewMin, phase, at }))
  const [yearly] = renewal('term')
  const [registration] = first
  if (!registration || !yearly) return undefined
  const transfer = linesOf(quoteTransfer(sample, version, at))
  const [reactivation, redemption] = [renewal('grace')[1], renewal('redemption')[1]]
  return {
    nameClass: nameClass(sample),
    first: sumOf(first, registration),
    registration,
    yearly: ofOneYear(yearly),
    ...(transfer[0] && { transfer: { lines: transfer, total: sumOf(transfer, transfer[0]) } }),
    ...(reactivation && { reactivation }),
    ...(redemption && { redemption }),
  }
}

/** Names that stand for their class: only the length counts, and whether the label is an IDN. */
function samplesUnder(zone: ZonePolicy, suffix: ZoneSuffix): readonly NameInZone[] {
  const short = lengthsUnder(zone, suffix).map((length) => sampleOf(zone, suffix, 'x'.repeat(length)))
  const idn = sampleOf(zone, suffix, 'xn--x', 'x')
  const usual = usualSample(zone, suffix)
  const isOwnClass = nameClass(idn) !== nameClass(usual)
  return [...short, usual, ...(suffix.idn.value && isOwnClass ? [idn] : [])]
}

function usualSample(zone: ZonePolicy, suffix: ZoneSuffix): NameInZone {
  const longest = Math.max(0, ...lengthsUnder(zone, suffix))
  return sampleOf(zone, suffix, 'x'.repeat(longest + 1))
}

function lengthsUnder(zone: ZonePolicy, { suffix }: ZoneSuffix): readonly number[] {
  return zone.nameClasses.byLength
    .filter((entry) => entry.suffix === suffix)
    .map((entry) => entry.upTo)
    .sort((a, b) => a - b)
}

function sampleOf(zone: ZonePolicy, suffix: ZoneSuffix, label: string, unicodeLabel = label): NameInZone {
  const ascii = `${label}.${suffix.suffix}`
  return { zone, suffix, label, unicodeLabel, name: { ascii, unicode: ascii, labels: ascii.split('.') } }
}

function linesOf(quote: Result<readonly QuoteLine[]>): readonly QuoteLine[] {
  return quote.ok ? quote.value : []
}

function sumOf(lines: readonly QuoteLine[], { amount }: QuoteLine): Money {
  return total(
    lines.map((line) => line.amount),
    amount.currency,
  )
}

function ofOneYear(line: QuoteLine): QuoteLine {
  const { amount, years = 1 } = line
  return { ...line, years: 1, amount: money(amount.minor / BigInt(years), amount.currency) }
}
