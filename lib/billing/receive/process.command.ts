import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { isId } from '@/lib/kernel/ids'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import type { CheckoutModel, ProviderEventModel } from '@/lib/platform/generated/models'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { keepCard } from '../charge/card.store'
import { customerOf } from '../charge/checkout.store'
import { clearing, unattributed } from '../ledger/accounts'
import { book } from '../ledger/book'
import { enterPayment } from './enter-payment'
import { type ReceivedPayment, readMessage } from './provider-message'
import { eventInput } from './receive.input'
import { returnDueAt } from './return.rule'

/**
 * What became of a message: `credited` a payment entered, `duplicate` that payment was known, `unattributed`
 * its origin is unknown and it waits for an operator (then `attributed`, or `returning`, `returned` and
 * `return-refused`; R-NS-31), `closed` a checkout ended unpaid, `late` it ended otherwise before, `ignored` and `unreadable` as they say.
 */
export type EventOutcome =
  | 'credited'
  | 'duplicate'
  | 'unattributed'
  | 'attributed'
  | 'returning'
  | 'returned'
  | 'return-refused'
  | 'closed'
  | 'late'
  | 'ignored'
  | 'unreadable'

/** Acts on a stored message, once, in whatever order messages come. */
export const processProviderEvent = defineCommand({
  name: 'billing.process-provider-event',
  permit: may('payment.receive'),
  input: eventInput,
  // One payment may settle two hundred invoices.
  timeoutMs: 60_000,
  async run(uow, { eventId }) {
    await uow.tx.$queryRaw`SELECT 1 FROM provider_event WHERE id = ${eventId}::uuid FOR UPDATE`
    const event = await uow.tx.providerEvent.findUnique({ where: { id: eventId } })
    if (!event) return refuse('not-found')
    if (event.processedAt) return ok({ eventId, outcome: event.outcome })
    const outcome = await act(uow, event)
    await uow.tx.providerEvent.update({ where: { id: eventId }, data: { processedAt: uow.now, outcome } })
    await recordAudit(uow, {
      action: 'billing.process-provider-event',
      subjectType: 'provider-event',
      subjectId: eventId,
      data: { outcome },
    })
    return ok({ eventId, outcome })
  },
})

async function act(uow: UnitOfWork, event: ProviderEventModel): Promise<EventOutcome> {
  const message = readMessage(event.payload)
  if (typeof message === 'string') return message
  const checkout = await checkoutOf(uow, event.provider, message.data.reference)
  if (message.type === 'payment.succeeded') return takePayment(uow, event, checkout, message.data)
  if (!checkout) return 'ignored'
  const closed = await uow.tx.checkout.updateMany({
    where: { id: checkout.id, status: { in: ['OPENING', 'OPEN'] } },
    data: { status: 'EXPIRED', completedAt: uow.now },
  })
  return closed.count > 0 ? 'closed' : 'late'
}

/** The checkout that a message names by our own reference. */
async function checkoutOf(
  uow: UnitOfWork,
  provider: string,
  reference: string,
): Promise<CheckoutModel | null> {
  return isId(reference) ? uow.tx.checkout.findUnique({ where: { id: reference, provider } }) : null
}

/** Money that a provider confirmed (R-HO-03): known origin makes it credit, else it waits. */
async function takePayment(
  uow: UnitOfWork,
  event: ProviderEventModel,
  checkout: CheckoutModel | null,
  payment: ReceivedPayment,
): Promise<EventOutcome> {
  if (!checkout || checkout.currency !== payment.currency) return keepUnattributed(uow, event, payment)
  if (payment.card) {
    await keepCard(uow, await customerOf(uow.tx, checkout), { provider: event.provider, ...payment.card })
  }
  return enterPayment(uow, checkout, payment)
}

/** Nobody's money: it stands on an account of its own until it is attributed or goes back (R-NS-31). */
async function keepUnattributed(
  uow: UnitOfWork,
  { id: eventId, provider }: ProviderEventModel,
  { paymentId, amount, currency }: ReceivedPayment,
): Promise<EventOutcome> {
  const isNew = await book(uow, {
    kind: 'unattributed',
    subject: { type: 'provider-event', id: eventId },
    idempotencyKey: `payment:${provider}:${paymentId}`,
    postings: [{ from: clearing(provider), to: unattributed(provider), amount: { minor: amount, currency } }],
  })
  if (!isNew) return 'duplicate'
  await uow.tx.providerEvent.update({ where: { id: eventId }, data: { returnDueAt: returnDueAt(uow.now) } })
  return 'unattributed'
}
