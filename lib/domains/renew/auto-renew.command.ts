import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { cardOf } from '@/lib/billing/charge/card.store'
import { expireCharges } from '@/lib/billing/invoice/open-checkouts'
import { credit } from '@/lib/billing/ledger/accounts'
import { lockAccount } from '@/lib/billing/ledger/book'
import { actorUserId } from '@/lib/kernel/actor'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { zoneById } from '@/lib/policy/resolver'
import { type Domain, lockOwnDomain } from '../domain.store'
import { type ChargeTurn, firstTurn } from './auto-renew.rule'
import { announce } from './auto-turn'
import { renewalCurrency } from './price.rule'
import { autoRenewInput } from './renew.input'
import { endItem } from './renewal.store'

type Choice = Domain['autoRenew']

/**
 * Turns a name's renewing by itself on or off, or has it paid from something else. On, it is first told and then
 * charged by the registrar's schedule, told at once when the day of the notice is past; off, what it asked for by
 * itself and is unpaid ends. Refuses `card-needed` without a kept card, and `name-not-active`.
 */
export const setAutoRenew = defineCommand({
  name: 'domains.set-auto-renew',
  permit: may('name.renew'),
  input: autoRenewInput,
  async run(uow, { domainId, autoRenew }) {
    const found = await lockWithCredit(uow, domainId)
    if (!found.ok) return found
    const domain = found.value
    if (!domain.expiresAt || !domain.openName) return refuse('name-not-active')
    if (autoRenew === domain.autoRenew) return ok({ domainId, nextChargeAt: domain.nextChargeAt })
    if (autoRenew === 'CARD' && !(await cardOf(uow.tx, domain.ownerId))) {
      return refuse('card-needed', { field: 'autoRenew' })
    }
    const ended = await endUnpaid(uow, domainId, autoRenew)
    if (!ended.ok) return ended
    const turn = turnFor(domain, domain.expiresAt, autoRenew, uow.now)
    const { nextAt: nextChargeAt } = turn
    // What an earlier choice was told does not count for a new one.
    const isTold = domain.autoRenew !== 'OFF' && turn.act === 'notice'
    const changed = await uow.tx.domain.update({
      where: { id: domainId },
      data: { autoRenew, nextChargeAt, ...(!isTold && { chargeToldFor: null }) },
    })
    await recordAudit(uow, {
      action: 'domains.set-auto-renew',
      subjectType: 'domain',
      subjectId: domainId,
      data: { autoRenew },
    })
    await announce(uow, changed, turn)
    return ok({ domainId, nextChargeAt })
  },
})

/** Credit before the name, as a payment takes its locks; another's name is as good as not there. */
async function lockWithCredit(uow: UnitOfWork, domainId: string): Promise<Result<Domain>> {
  const ownerId = actorUserId(uow.actor) ?? ''
  const known = await uow.tx.domain.findFirst({ where: { id: domainId, ownerId } })
  if (!known) return refuse('not-found')
  await lockAccount(uow.tx, credit(ownerId), renewalCurrency(known, uow.now))
  return lockOwnDomain(uow, domainId)
}

/** Off, the unpaid automatic renewal ends with its charge; from credit, the card is no longer charged for it. */
async function endUnpaid(uow: UnitOfWork, domainId: string, autoRenew: Choice): Promise<Result<unknown>> {
  const unpaid = await uow.tx.renewalItem.findMany({
    where: { domainId, state: 'ASKED', renewal: { isAutomatic: true } },
    orderBy: { id: 'asc' },
  })
  for (const item of unpaid) {
    if (autoRenew === 'CREDIT' && item.invoiceId) await expireCharges(uow, item.invoiceId)
    if (autoRenew !== 'OFF') continue
    const ended = await endItem(uow, item, { state: 'VOID', reason: 'stopped' })
    if (!ended.ok) return ended
  }
  return ok()
}

/** The turn that a choice brings; paid from something else, the schedule stays and what was told is told anew. */
function turnFor(domain: Domain, expiresAt: Date, autoRenew: Choice, now: Date): ChargeTurn {
  if (autoRenew === 'OFF') return { act: 'none', nextAt: null }
  if (domain.autoRenew === 'OFF') return firstTurn(zoneById(domain.zone), expiresAt, now)
  const isTold = domain.chargeToldFor?.getTime() === expiresAt.getTime()
  return { act: isTold && domain.nextChargeAt ? 'notice' : 'none', nextAt: domain.nextChargeAt }
}
