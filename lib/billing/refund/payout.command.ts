import { may } from '@/lib/access/permissions'
import { queueMessage } from '@/lib/audit/outbox'
import { recordAudit } from '@/lib/audit/record'
import { actorUserId } from '@/lib/kernel/actor'
import { newId } from '@/lib/kernel/ids'
import type { Money } from '@/lib/kernel/money'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import type { PayoutModel } from '@/lib/platform/generated/models'
import { enqueue } from '@/lib/platform/jobs'
import { takePoint } from '@/lib/platform/rate-limit'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { paymentProvider } from '../charge/connect'
import { lowerKept } from '../invoice/kept-credit'
import { settleOpen } from '../invoice/settle'
import { clearing, credit, payouts } from '../ledger/accounts'
import { balanceOf, book, lockAccount } from '../ledger/book'
import { moneyOf } from '../money'
import { payoutInput, sendInput, settlePayoutInput } from './payout.input'

/** The task that hands a payout over to its provider. */
export const DELIVER_PAYOUT_TASK = 'deliver-payout'

const PER_USER = { name: 'payout', points: 20, seconds: 3600 }

/**
 * A customer who has proved who they are asks for credit back. It leaves the credit at once, so that nothing else
 * can spend it; a mail tells them, in case it was somebody else.
 */
export const requestPayout = defineCommand({
  name: 'billing.request-payout',
  permit: may('credit.pay-out'),
  input: payoutInput,
  stepUp: true,
  limit: (actor) => takePoint(PER_USER, [actorUserId(actor) ?? '']),
  async run(uow, input) {
    const customerId = actorUserId(uow.actor)
    if (!customerId) return refuse('sign-in-needed')
    const amount: Money = { minor: BigInt(input.amount), currency: input.currency }
    await lockAccount(uow.tx, credit(customerId), amount.currency)
    const free = await balanceOf(uow.tx, credit(customerId), amount.currency)
    if (amount.minor > free.minor) return refuse('credit-too-low', { field: 'amount' })
    const payoutId = await insertPayout(uow, customerId, amount)
    await lowerKept(uow, customerId, amount.currency)
    await queueMessage(uow, {
      userId: customerId,
      template: 'payout-asked',
      params: { minor: amount.minor.toString(), currency: amount.currency, path: '/credit' },
      subjectType: 'payout',
      subjectId: payoutId,
      dedupeKey: `payout-asked:${payoutId}`,
    })
    await recordAudit(uow, { action: 'billing.request-payout', subjectType: 'payout', subjectId: payoutId })
    return ok({ payoutId })
  },
})

async function insertPayout(uow: UnitOfWork, customerId: string, amount: Money): Promise<string> {
  const id = newId()
  const provider = paymentProvider().name
  await uow.tx.payout.create({
    data: {
      id,
      customerId,
      provider,
      amount: amount.minor,
      currency: amount.currency,
      status: 'REQUESTED',
      requestedAt: uow.now,
    },
  })
  await book(uow, {
    kind: 'payout-requested',
    subject: { type: 'payout', id },
    idempotencyKey: `payout:${id}`,
    postings: [{ from: credit(customerId), to: payouts(provider), amount }],
  })
  await enqueue(uow.tx, DELIVER_PAYOUT_TASK, { payoutId: id }, { key: `${DELIVER_PAYOUT_TASK}:${id}` })
  return id
}

/** Notes that a payout is about to be asked for, before it is: after a crash the same one is asked again. */
export const markPayoutSent = defineCommand({
  name: 'billing.send-payout',
  permit: may('payment.receive'),
  input: sendInput,
  async run(uow, { payoutId }) {
    const found = await lockPayout(uow, payoutId)
    if (!found.ok) return found
    if (found.value.status !== 'REQUESTED') return ok(found.value)
    return ok(await uow.tx.payout.update({ where: { id: payoutId }, data: { status: 'SENT' } }))
  },
})

/** The provider's answer. Refused, the amount is credit again, and pays what it covers. */
export const settlePayout = defineCommand({
  name: 'billing.settle-payout',
  permit: may('payment.receive'),
  input: settlePayoutInput,
  async run(uow, { payoutId, outcome, providerRef, reason }) {
    const found = await lockPayout(uow, payoutId)
    if (!found.ok) return found
    const payout = found.value
    if (payout.status === 'DONE' || payout.status === 'REFUSED') return ok({ payoutId })
    const isDone = outcome === 'done'
    await uow.tx.payout.update({
      where: { id: payoutId },
      data: { status: isDone ? 'DONE' : 'REFUSED', providerRef, settledAt: uow.now, problem: reason ?? null },
    })
    const { customerId, provider } = payout
    const amount = moneyOf(payout.amount, payout.currency)
    await book(uow, {
      kind: isDone ? 'payout-done' : 'payout-refused',
      subject: { type: 'payout', id: payoutId },
      idempotencyKey: `payout-${outcome}:${payoutId}`,
      postings: [{ from: payouts(provider), to: isDone ? clearing(provider) : credit(customerId), amount }],
    })
    await recordAudit(uow, {
      action: 'billing.settle-payout',
      subjectType: 'payout',
      subjectId: payoutId,
      data: { outcome },
    })
    if (!isDone) await settleOpen(uow, { customerId, currency: amount.currency })
    return ok({ payoutId })
  },
})

/** Locks the customer's credit, then the payout, in the order that all of billing keeps. */
async function lockPayout(uow: UnitOfWork, payoutId: string): Promise<Result<PayoutModel>> {
  const owner = await uow.tx.payout.findUnique({ where: { id: payoutId } })
  if (!owner) return refuse('not-found')
  await lockAccount(uow.tx, credit(owner.customerId), moneyOf(owner.amount, owner.currency).currency)
  await uow.tx.$queryRaw`SELECT 1 FROM payout WHERE id = ${payoutId}::uuid FOR UPDATE`
  return ok(await uow.tx.payout.findUniqueOrThrow({ where: { id: payoutId } }))
}
