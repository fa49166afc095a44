/**
 * What would stop quotes, invoices or charges although each value is well formed: fees that are missing, that begin too
 * late, that cost nothing or mix currencies, and charges that come before they are told. Asked of what ships and of what
 * an operator drafts; what was published before stays in force.
 */
import type { PolicyFault } from './fault'
import type { FeeTable, ZoneVersion } from './policy'

/** Faults of one version's fees and of its schedule of charges. */
export function moneyFaults(version: ZoneVersion): PolicyFault[] {
  return [...feeFaults(version), ...chargeFaults(version)]
}

/** Fees may begin with a later version, as those of the registry that were published late; they never end. */
export function feesEndFaults(versions: readonly ZoneVersion[]): PolicyFault[] {
  return versions.slice(1).flatMap((version, index) => {
    const hadFees = versions.slice(0, index + 1).some((earlier) => tablesOf(earlier).length > 0)
    if (!hadFees || tablesOf(version).length > 0) return []
    const from = version.from.value
    const text = `the version from ${from} has no fees, although one before it has`
    return [{ code: 'policy-fault-fees-end', params: { from }, text }]
  })
}

/** A version from before any fee is on record prices nothing, and that is said of each name; else its fees hold. */
function feeFaults(version: ZoneVersion): PolicyFault[] {
  if (tablesOf(version).length === 0) return []
  return [
    ...beginningFaults(version, 'registration'),
    ...beginningFaults(version, 'maintenance'),
    ...currencyFaults(version),
    ...freeFaults(version),
  ]
}

/** R-NS-24, R-NS-28: registrations and renewals have their price from the version's first day on. */
function beginningFaults(
  { from, registry }: ZoneVersion,
  kind: 'registration' | 'maintenance',
): PolicyFault[] {
  const first = registry.fees[kind][0]
  if (!first) {
    return [{ code: 'policy-fault-fees-none', params: { kind }, text: `there are no ${kind} fees` }]
  }
  if (first.from <= from.value) return []
  const text = `the ${kind} fees begin on ${first.from}, after the version itself, which begins on ${from.value}`
  const params = { kind, begin: first.from, from: from.value }
  return [{ code: 'policy-fault-fees-late', params, text }]
}

/** An invoice has one currency, so all fees in force on one day have the same. */
function currencyFaults(version: ZoneVersion): PolicyFault[] {
  const { from } = version
  const later = tablesOf(version).map((table) => table.from)
  const days = [...new Set([from.value, ...later.filter((day) => day > from.value)])].sort()
  return days.flatMap((day) => {
    const inForce = listsOf(version).flatMap((tables) => tables.findLast((table) => table.from <= day) ?? [])
    const currencies = [...new Set(inForce.map(({ currency }) => currency))].sort()
    if (currencies.length < 2) return []
    const text = `the fees on ${day} are in several currencies: ${currencies.join(', ')}`
    return [{ code: 'policy-fault-currencies', params: { day, currencies: currencies.join(', ') }, text }]
  })
}

/** An invoice asks for more than nothing: each year has a price, and so has a registration that holds its first year. */
function freeFaults({ registry }: ZoneVersion): PolicyFault[] {
  const { maintenance, registration, registrationCovers } = registry.fees
  const free = (kind: string, tables: readonly FeeTable[]) =>
    tables.flatMap(({ from, amounts }) =>
      Object.entries(amounts)
        .filter(([, amount]) => amount.value === 0)
        .map(([nameClass]) => ({
          code: 'policy-fault-fee-zero' as const,
          params: { kind, from, nameClass },
          text: `the ${kind} fees from ${from} are zero for class ${nameClass}`,
        })),
    )
  return [
    ...free('maintenance', maintenance),
    ...(registrationCovers.value > 0 ? free('registration', registration) : []),
  ]
}

/** Whoever is charged was told on a day before. */
function chargeFaults({ registrar }: ZoneVersion): PolicyFault[] {
  const { noticeDays, chargeDays } = registrar.autoRenewal.value
  const first = Math.max(...chargeDays)
  if (noticeDays > first) return []
  const text = `a renewal by itself is told of ${noticeDays} days before the expiry, which is not before its first charge, ${first} days before it`
  return [{ code: 'policy-fault-charge-untold', params: { noticeDays, chargeDays: first }, text }]
}

function tablesOf(version: ZoneVersion): readonly FeeTable[] {
  return listsOf(version).flat()
}

function listsOf({ registry }: ZoneVersion): readonly (readonly FeeTable[])[] {
  const { registration, maintenance, transfer, reactivation, redemption } = registry.fees
  return [registration, maintenance, transfer, reactivation, redemption]
}
