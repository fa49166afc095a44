/**
 * What the pages that renew names show, before anything is asked for. Everything is scoped to who may renew: the owner,
 * and in a reduced form a contact with an authorisation (R-VN-06).
 */
import type { UserActor } from '@/lib/kernel/actor'
import { isId } from '@/lib/kernel/ids'
import type { Currency, Money } from '@/lib/kernel/money'
import { total } from '@/lib/kernel/money'
import { canonicalName } from '@/lib/kernel/names'
import type { Refusal } from '@/lib/kernel/result'
import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import { periodsOf } from '@/lib/policy/effective'
import { versionAt, versionId, zoneById } from '@/lib/policy/resolver'
import { authorisationsOf } from '../authorise/authorisation.store'
import type { Domain } from '../domain.store'
import { renewalFacts } from './facts.store'
import { decideMayRenew } from './may-renew.rule'
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
  /** The registrant's name when the reader renews for them; null for one's own. */
  readonly registrant: string | null
}

export interface RenewView extends RenewableView {
  readonly now: Date
  readonly autoRenew: Domain['autoRenew']
  readonly nextChargeAt: Date | null
}

/**
 * One name with every number of years; null when the reader has no such name and never might renew it. How it renews
 * itself is shown to its owner alone.
 */
export async function renewView(actor: UserActor, text: string): Promise<RenewView | null> {
  const name = canonicalName(text)
  if (!name.ok) return null
  const domain = await db().domain.findUnique({ where: { openName: name.value.ascii } })
  if (!domain) return null
  const [now, readable] = await Promise.all([businessNow(), readableNames(actor, [domain])])
  const [view] = readable
  if (!view) return null
  const own: Pick<Domain, 'autoRenew' | 'nextChargeAt'> =
    view.registrant === null ? domain : { autoRenew: 'OFF', nextChargeAt: null }
  return { ...view, now, autoRenew: own.autoRenew, nextChargeAt: own.nextChargeAt }
}

/** Of some names those that the reader may renew, or once might: these with the reason alone. */
async function readableNames(actor: UserActor, domains: readonly Domain[]): Promise<RenewableView[]> {
  const ids = domains.map(({ id }) => id)
  const [now, authorisations, factsOf, owners] = await Promise.all([
    businessNow(),
    authorisationsOf(db(), actor, ids),
    renewalFacts(db(), domains),
    db().user.findMany({
      where: { id: { in: domains.map(({ ownerId }) => ownerId) } },
      select: { id: true, name: true },
    }),
  ])
  return domains.flatMap((domain) => {
    const allowed = decideMayRenew(actor, domain, authorisations, now)
    if (!allowed.ok && allowed.refusal.code === 'not-found') return []
    const owner = owners.find(({ id }) => id === domain.ownerId)
    const registrant = domain.ownerId === actor.userId ? null : (owner?.name ?? '')
    if (allowed.ok) return [{ ...renewable(domain, factsOf(domain), now), registrant }]
    return [{ ...bare(domain, now), refusal: allowed.refusal, registrant }]
  })
}

/** What even somebody who might once renew the name may see of it. */
function bare({ id, nameAscii, nameUnicode, ...domain }: Domain, now: Date) {
  const zone = zoneById(domain.zone)
  return {
    ...{ id, nameAscii, nameUnicode, zone: domain.zone, timeZone: zone.timeZone },
    policyId: versionId(zone, versionAt(zone, now)),
    expiresAt: null,
    currency: renewalCurrency(domain, now),
    choices: [],
  }
}

function renewable(domain: Domain, facts: RenewalFacts, now: Date): Omit<RenewableView, 'registrant'> {
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
  const { expiresAt } = domain
  return { ...bare(domain, now), expiresAt, choices, refusal: choices.length > 0 ? null : refusal }
}

/** One name of a bulk renewal with the number of years chosen for it. */
export interface ChosenName {
  readonly name: RenewableView
  readonly choice: RenewChoice | null
}

/** Names that are paid together: one owner and one currency. */
export interface RenewGroup {
  readonly currency: Currency
  /** Whose names they are when they are not the reader's own. */
  readonly registrant: string | null
  readonly names: readonly ChosenName[]
  readonly total: Money
}

/**
 * Names that the reader may renew as they were chosen, by owner and currency; ids of nothing of the kind are left out.
 * A number of years that is not possible becomes the nearest possible one.
 */
export async function renewManyView(
  actor: UserActor,
  chosen: ReadonlyMap<string, number | undefined>,
): Promise<{ readonly groups: readonly RenewGroup[] }> {
  const ids = [...chosen.keys()].filter(isId).slice(0, MOST_NAMES)
  const domains = await db().domain.findMany({
    where: { id: { in: ids } },
    orderBy: [{ nameUnicode: 'asc' }, { id: 'asc' }],
  })
  const ownerOf = new Map(domains.map(({ id, ownerId }) => [id, ownerId]))
  const names = (await readableNames(actor, domains)).map((name) => ({
    key: `${name.registrant === null ? '' : ownerOf.get(name.id)} ${name.currency}`,
    name,
    choice: nearest(name.choices, chosen.get(name.id)),
  }))
  const keys = [...new Set(names.map(({ key }) => key))].sort()
  return { groups: keys.map((key) => group(names.filter((entry) => entry.key === key))) }
}

function group(names: readonly ChosenName[]): RenewGroup {
  const [first] = names
  if (!first) throw new Error('a group has a name')
  const { currency, registrant } = first.name
  const amounts = names.flatMap(({ choice }) => choice?.total ?? [])
  return { currency, registrant, names, total: total(amounts, currency) }
}

function nearest(choices: readonly RenewChoice[], years: number | undefined): RenewChoice | null {
  return choices.findLast((choice) => choice.years <= (years ?? 1)) ?? choices[0] ?? null
}
