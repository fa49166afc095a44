/** What is decided on money that came without a known origin, or that could not pay its invoice (R-NS-31). */
import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { actorUserId } from '@/lib/kernel/actor'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import type { ProviderEventModel } from '@/lib/platform/generated/models'
import { enqueue } from '@/lib/platform/jobs'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { lockInvoice } from '../invoice/invoice.store'
import { settleOpen } from '../invoice/settle'
import { credit, unattributed } from '../ledger/accounts'
import { book } from '../ledger/book'
import { moneyOf } from '../money'
import type { EventOutcome } from './process.command'
import { paymentIn } from './provider-message'
import { attributeInput, decideReturnInput, eventInput, settleAgainInput } from './receive.input'

/** The task that returns money of unknown origin. */
export const RETURN_TASK = 'return-payment'

/** Undecided, or decided and refused by the provider. */
const OPEN: readonly (string | null)[] = ['unattributed', 'return-refused'] satisfies EventOutcome[]

/**
 * An operator has found whose money it is: it becomes the credit of the customer whose invoice is named, and pays
 * that invoice first. Refuses `payment-decided`, `invoice-unknown` and `currency-differs`. `paid`: the invoice is.
 */
export const attributePayment = defineCommand({
  name: 'billing.attribute-payment',
  permit: may('exception.resolve'),
  input: attributeInput,
  async run(uow, { eventId, number, reason }) {
    const found = await lockOpenEvent(uow, eventId)
    if (!found.ok) return found
    const event = found.value
    const named = await uow.tx.invoice.findUnique({ where: { number }, select: { id: true } })
    if (!named) return refuse('invoice-unknown', { field: 'number' })
    const locked = await lockInvoice(uow, named.id)
    if (!locked.ok) return locked
    const { id: invoiceId, customerId, currency: asked } = locked.value
    const { paymentId, amount, currency } = paymentIn(event)
    if (asked !== currency) return refuse('currency-differs', { field: 'number', params: { currency } })
    await book(uow, {
      kind: 'unattributed-credited',
      subject: { type: 'provider-event', id: eventId },
      idempotencyKey: `attribute:${event.provider}:${paymentId}`,
      postings: [
        { from: unattributed(event.provider), to: credit(customerId), amount: { minor: amount, currency } },
      ],
    })
    await note(uow, event, { outcome: 'attributed', reason, invoiceId })
    await audit(uow, 'billing.attribute-payment', eventId, { invoiceId, reason })
    await settleOpen(uow, { customerId, currency, firstIds: [invoiceId] })
    const { status } = await uow.tx.invoice.findUniqueOrThrow({ where: { id: invoiceId } })
    return ok({ eventId, paid: status === 'PAID' })
  },
})

/** An operator sends the money back to whoever paid it; a return that the provider refused is asked for anew. */
export const returnPayment = defineCommand({
  name: 'billing.return-payment',
  permit: may('exception.resolve'),
  input: decideReturnInput,
  async run(uow, { eventId, reason }) {
    const found = await lockOpenEvent(uow, eventId)
    if (!found.ok) return found
    await startReturn(uow, found.value, reason)
    await audit(uow, 'billing.return-payment', eventId, { reason })
    return ok({ eventId })
  },
})

/** Nobody attributed it in time, so it goes back by itself. Nothing happens when it was decided meanwhile. */
export const returnDuePayment = defineCommand({
  name: 'billing.return-due-payment',
  permit: may('payment.return-due'),
  input: eventInput,
  async run(uow, { eventId }) {
    const found = await lockOpenEvent(uow, eventId)
    if (!found.ok) return found
    const event = found.value
    if (event.outcome !== 'unattributed' || !event.returnDueAt || event.returnDueAt > uow.now) {
      return ok({ eventId, returned: false })
    }
    await startReturn(uow, event, null)
    await audit(uow, 'billing.return-due-payment', eventId, {})
    return ok({ eventId, returned: true })
  },
})

/**
 * Tries once more to pay an invoice from the credit that covers it, after what should have followed was refused.
 * `paid` tells whether it worked; if not, the audit trail has the reason.
 */
export const settleAgain = defineCommand({
  name: 'billing.settle-again',
  permit: may('exception.resolve'),
  input: settleAgainInput,
  async run(uow, { invoiceId }) {
    const locked = await lockInvoice(uow, invoiceId)
    if (!locked.ok) return locked
    const { customerId, currency, status, total } = locked.value
    if (status !== 'ISSUED') return refuse('not-now', { params: { status } })
    await recordAudit(uow, { action: 'billing.settle-again', subjectType: 'invoice', subjectId: invoiceId })
    await settleOpen(uow, { customerId, currency: moneyOf(total, currency).currency, firstIds: [invoiceId] })
    const after = await uow.tx.invoice.findUniqueOrThrow({ where: { id: invoiceId } })
    return ok({ invoiceId, paid: after.status === 'PAID' })
  },
})

async function lockOpenEvent(uow: UnitOfWork, eventId: string): Promise<Result<ProviderEventModel>> {
  await uow.tx.$queryRaw`SELECT 1 FROM provider_event WHERE id = ${eventId}::uuid FOR UPDATE`
  const event = await uow.tx.providerEvent.findUnique({ where: { id: eventId } })
  if (!event) return refuse('not-found')
  return OPEN.includes(event.outcome) ? ok(event) : refuse('payment-decided')
}

async function startReturn(uow: UnitOfWork, event: ProviderEventModel, reason: string | null): Promise<void> {
  await note(uow, event, { outcome: 'returning', reason, returnTries: event.returnTries + 1 })
  await enqueue(uow.tx, RETURN_TASK, { eventId: event.id }, { key: `${RETURN_TASK}:${event.id}` })
}

interface Decision {
  readonly outcome: EventOutcome
  readonly reason: string | null
  readonly invoiceId?: string
  readonly returnTries?: number
}

async function note(uow: UnitOfWork, event: ProviderEventModel, decision: Decision): Promise<void> {
  await uow.tx.providerEvent.update({
    where: { id: event.id },
    data: {
      ...decision,
      decidedById: actorUserId(uow.actor) ?? null,
      decidedAt: uow.now,
      returnDueAt: null,
    },
  })
}

async function audit(
  uow: UnitOfWork,
  action: string,
  eventId: string,
  data: Readonly<Record<string, string>>,
): Promise<void> {
  await recordAudit(uow, { action, subjectType: 'provider-event', subjectId: eventId, data })
}
