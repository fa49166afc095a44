/** What the pages that renew names show, before anything is asked for. Everything is scoped to the owner. */
import { isId } from '@/lib/kernel/ids'
import type { Currency, Money } from '@/lib/kernel/money'
import { total } from '@/lib/kernel/money'
import { canonicalName } from '@/lib/kernel/names'
import type { Refusal } from '@/lib/kernel/result'
import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import { periodsOf } from '@/lib/policy/effective'
import { versionAt, versionId, zoneById } from '@/lib/policy/resolver'
import type { Domain } from '../domain.store'
import { renewalFacts } from './facts.store'
import { type PricedRenewal, priceRenewal, renewalCurrency } from './price.rule'
import { MOST_NAMES } from './renew.input'
import type { RenewalFacts } from './renew.rule'

/** A name renewed for a number of years. */
export interface RenewChoice extends PricedRenewal {
  readonly years: number
}

/** A name with what its renewal comes to; `refusal` when no number of years is possible. */
export interface RenewableView {
  readonly id: string
  readonly nameAscii: string
  readonly nameUnicode: string
  readonly zone: string
  readonly timeZone: string
  readonly policyId: string
  readonly expiresAt: Date | null
  readonly currency: Currency
  readonly choices: readonly RenewChoice[]
  readonly refusal: Refusal | null
}

export interface RenewView extends RenewableView {
  readonly now: Date
  readonly autoRenew: Domain['autoRenew']
  readonly nextChargeAt: Date | null
}

/** One name of the owner with every number of years; null when they have no such name. */
export async function renewView(userId: string, text: string): Promise<RenewView | null> {
  const name = canonicalName(text)
  if (!name.ok) return null
  const domain = await db().domain.findFirst({ where: { openName: name.value.ascii, ownerId: userId } })
  if (!domain) return null
  const now = await businessNow()
  const factsOf = await renewalFacts(db(), [domain])
  const { autoRenew, nextChargeAt } = domain
  return { ...renewable(domain, factsOf(domain), now), now, autoRenew, nextChargeAt }
}

function renewable(domain: Domain, facts: RenewalFacts, now: Date): RenewableView {
  const { id, nameAscii, nameUnicode, expiresAt } = domain
  const zone = zoneById(domain.zone)
  const version = versionAt(zone, now)
  const { renewMin, renewMax } = periodsOf(version).value
  const choices: RenewChoice[] = []
  let refusal: Refusal | null = null
  for (let years = renewMin; years <= renewMax; years++) {
    const priced = priceRenewal(domain, { years, now, facts })
    if (priced.ok) choices.push({ years, ...priced.value })
    else refusal ??= priced.refusal
  }
  return {
    ...{ id, nameAscii, nameUnicode, expiresAt, choices },
    zone: domain.zone,
    timeZone: zone.timeZone,
    policyId: versionId(zone, version),
    currency: renewalCurrency(domain, now),
    refusal: choices.length > 0 ? null : refusal,
  }
}

/** One name of a bulk renewal with the number of years chosen for it. */
export interface ChosenName {
  readonly name: RenewableView
  readonly choice: RenewChoice | null
}

/** Names that are paid together: one currency. */
export interface RenewGroup {
  readonly currency: Currency
  readonly names: readonly ChosenName[]
  readonly total: Money
}

/**
 * Names of the owner as they were chosen, by currency; ids of nothing of theirs are left out. A number of years that
 * is not possible becomes the nearest possible one.
 */
export async function renewManyView(
  userId: string,
  chosen: ReadonlyMap<string, number | undefined>,
): Promise<{ readonly now: Date; readonly groups: readonly RenewGroup[] }> {
  const ids = [...chosen.keys()].filter(isId).slice(0, MOST_NAMES)
  const domains = await db().domain.findMany({
    where: { id: { in: ids }, ownerId: userId },
    orderBy: [{ nameUnicode: 'asc' }, { id: 'asc' }],
  })
  const [now, factsOf] = await Promise.all([businessNow(), renewalFacts(db(), domains)])
  const names = domains.map((domain) => {
    const name = renewable(domain, factsOf(domain), now)
    return { name, choice: nearest(name.choices, chosen.get(domain.id)) }
  })
  const currencies = [...new Set(names.map(({ name }) => name.currency))].sort()
  return {
    now,
    groups: currencies.map((currency) => {
      const own = names.filter(({ name }) => name.currency === currency)
      return {
        currency,
        names: own,
        total: total(
          own.flatMap(({ choice }) => choice?.total ?? []),
          currency,
        ),
      }
    }),
  }
}

function nearest(choices: readonly RenewChoice[], years: number | undefined): RenewChoice | null {
  return choices.findLast((choice) => choice.years <= (years ?? 1)) ?? choices[0] ?? null
}
