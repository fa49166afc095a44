import * as z from 'zod/mini'
import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { askCharge } from '@/lib/billing/charge/ask-charge'
import { cardOf } from '@/lib/billing/charge/card.store'
import { settleAtHand } from '@/lib/billing/invoice/settle'
import { credit } from '@/lib/billing/ledger/accounts'
import { lockAccount } from '@/lib/billing/ledger/book'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { zoneById } from '@/lib/policy/resolver'
import { type Domain, lockDomain } from '../domain.store'
import { type ChargeTurn, chargeTurn } from './auto-renew.rule'
import { tellAutoNotice, tellChargeFailed } from './auto-renew-messages'
import { readyTurn, shortestRenewal } from './auto-turn'
import { openRenewal } from './open-renewal'
import { type PricedRenewal, renewalCurrency } from './price.rule'

/**
 * Due: one turn of a name that renews itself. It is told of the coming charge, or charged: its invoice is paid from
 * credit, or the kept card is asked for it. Whatever comes of it, the next turn is set in the same transaction, so a
 * restart neither repeats a turn nor loses one.
 */
export const chargeName = defineCommand({
  name: 'domains.charge',
  permit: may('name.charge'),
  input: z.object({ domainId: z.uuid() }),
  async run(uow, { domainId }) {
    const known = await uow.tx.domain.findUnique({ where: { id: domainId } })
    if (!known) return refuse('not-found')
    // Credit before the name, as a payment takes its locks.
    await lockAccount(uow.tx, credit(known.ownerId), renewalCurrency(known, uow.now))
    const found = await lockDomain(uow, domainId)
    if (!found.ok) return found
    const domain = found.value
    const { nextChargeAt, autoRenew } = domain
    if (!nextChargeAt || nextChargeAt > uow.now) return ok({ domainId, act: 'none' })
    const turn = turnOf(domain, nextChargeAt, uow.now)
    await uow.tx.domain.update({ where: { id: domainId }, data: { nextChargeAt: turn.nextAt } })
    const priced = await readyTurn(uow, domain, turn)
    if (!priced) return ok({ domainId, act: 'none' })
    await recordAudit(uow, {
      action: 'domains.charge',
      subjectType: 'domain',
      subjectId: domainId,
      data: { act: turn.act, autoRenew },
    })
    if (turn.act === 'notice' && turn.nextAt) {
      await tellAutoNotice(uow, domain, { nextAt: turn.nextAt, total: priced.total })
    } else {
      const charged = await charge(uow, domain, { priced, nextAt: turn.nextAt })
      if (!charged.ok) return charged
    }
    return ok({ domainId, act: turn.act })
  },
})

const OVER: ChargeTurn = { act: 'none', nextAt: null }

function turnOf({ autoRenew, expiresAt, chargeToldFor, zone }: Domain, since: Date, now: Date): ChargeTurn {
  if (autoRenew === 'OFF' || !expiresAt) return OVER
  const isTold = chargeToldFor?.getTime() === expiresAt.getTime()
  return chargeTurn(zoneById(zone), expiresAt, { since, now, isTold })
}

/** One try: the invoice of an earlier try is used again. */
async function charge(
  uow: UnitOfWork,
  domain: Domain,
  { priced, nextAt }: { priced: PricedRenewal; nextAt: Date | null },
): Promise<Result<unknown>> {
  const item = await automaticItem(uow, domain, priced)
  if (!item.ok) return item
  const { state, invoiceId } = item.value
  if (state !== 'ASKED' || !invoiceId || (await settleAtHand(uow, invoiceId))) return ok()
  const card = domain.autoRenew === 'CARD' ? await cardOf(uow.tx, domain.ownerId) : null
  if (!card) return tellChargeFailed(uow, domain, { invoiceId, nextAt })
  return askCharge(uow, { invoiceId, card })
}

/** The name's unpaid automatic renewal of this term, or a new one. */
async function automaticItem(uow: UnitOfWork, domain: Domain, priced: PricedRenewal) {
  const where = { domainId: domain.id, oldExpiresAt: priced.oldExpiresAt, renewal: { isAutomatic: true } }
  const open = await uow.tx.renewalItem.findFirst({ where: { ...where, state: 'ASKED' } })
  if (open) return ok(open)
  const years = shortestRenewal(domain, uow.now)
  const opened = await openRenewal(uow, {
    ownerId: domain.ownerId,
    isAutomatic: true,
    priced: [{ domain, years, renewal: priced }],
  })
  if (!opened.ok) return opened
  return ok(await uow.tx.renewalItem.findFirstOrThrow({ where: { ...where, renewalId: opened.value } }))
}
