import { may } from '@/lib/access/permissions'
import { credit } from '@/lib/billing/ledger/accounts'
import { lockAccount } from '@/lib/billing/ledger/book'
import { actorUserId } from '@/lib/kernel/actor'
import { ok, type Refusal, refuse, type Result } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { takePoint } from '@/lib/platform/rate-limit'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { authorisationsOf } from '../authorise/authorisation.store'
import type { Domain } from '../domain.store'
import { renewalFacts } from './facts.store'
import { decideMayRenew } from './may-renew.rule'
import { openRenewal, type Priced } from './open-renewal'
import { priceRenewal, renewalCurrency } from './price.rule'
import { askRenewalInput, type RenewItem } from './renew.input'
import { lockDomains } from './renewal.store'

const PER_USER = { name: 'ask-renewal', points: 120, seconds: 3600 }

/** A name that was left out, and why. */
export interface LeftOut {
  readonly name: string
  readonly refusal: Refusal
}

/**
 * Asks for the renewal of one or many names of one owner, who the actor is or has authorised the actor (R-NS-28,
 * R-NS-31, R-VN-03, R-VN-06): one invoice for each, the owner's, all of one currency, paid together. The owner's credit
 * that covers an invoice pays it at once. Refuses the whole with the first name that cannot be renewed, or leaves such
 * names out when asked to; `renew-owners` or `renew-currencies` when it has to be split.
 */
export const askRenewal = defineCommand({
  name: 'domains.ask-renewal',
  permit: may('name.renew'),
  input: askRenewalInput,
  // Two hundred invoices are much work.
  timeoutMs: 60_000,
  limit: (actor) => takePoint(PER_USER, [actorUserId(actor) ?? '']),
  async run(uow, { items, skipRefused = false }) {
    const ids = [...new Set(items.map(({ domainId }) => domainId))]
    if (ids.length < items.length) return refuse('renew-name-twice')
    const names = await uow.tx.domain.findMany({ where: { id: { in: ids } } })
    const owner = await decideMayRenewAll(uow, ids, names)
    if (!owner.ok) return owner
    const ownerId = owner.value
    const single = oneCurrency(names, uow.now)
    if (!single.ok) return single
    // Credit before names: the order in which a payment takes its locks too.
    await lockAccount(uow.tx, credit(ownerId), single.value)
    const { priced, leftOut } = await priceAll(uow, items)
    const first = leftOut[0]
    if (first && (!skipRefused || priced.length === 0)) return { ok: false, refusal: first.refusal }
    const renewalId = await openRenewal(uow, { ownerId, isAutomatic: false, priced })
    if (!renewalId.ok) return renewalId
    return ok({ renewalId: renewalId.value, leftOut })
  },
})

/** Whether the actor may renew each of the names; the one owner of all. */
async function decideMayRenewAll(
  uow: UnitOfWork,
  ids: readonly string[],
  names: readonly Domain[],
): Promise<Result<string>> {
  const authorisations = await authorisationsOf(uow.tx, uow.actor, ids)
  for (const id of ids) {
    const name = names.find((entry) => entry.id === id) ?? null
    const allowed = decideMayRenew(uow.actor, name, authorisations, uow.now)
    if (!allowed.ok) return allowed
  }
  const [ownerId = '', ...others] = [...new Set(names.map((name) => name.ownerId))]
  return others.length === 0 ? ok(ownerId) : refuse('renew-owners', { rule: 'R-VN-06' })
}

function oneCurrency(names: readonly Domain[], now: Date) {
  const [first, ...others] = [...new Set(names.map((name) => renewalCurrency(name, now)))]
  if (!first) return refuse('renew-nothing-chosen')
  if (others.length === 0) return ok(first)
  return refuse('renew-currencies', { params: { currencies: [first, ...others].sort().join(', ') } })
}

async function priceAll(uow: UnitOfWork, items: readonly RenewItem[]) {
  const domains = await lockDomains(
    uow,
    items.map(({ domainId }) => domainId),
  )
  const factsOf = await renewalFacts(uow.tx, domains)
  const priced: Priced[] = []
  const leftOut: LeftOut[] = []
  for (const { domainId, years } of items) {
    const domain = domains.find((entry) => entry.id === domainId)
    if (!domain) continue
    const renewal = priceRenewal(domain, { years, now: uow.now, facts: factsOf(domain) })
    if (renewal.ok) priced.push({ domain, years, renewal: renewal.value })
    else leftOut.push({ name: domain.nameUnicode, refusal: renewal.refusal })
  }
  return { priced, leftOut }
}
