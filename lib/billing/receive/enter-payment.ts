/** Money that a provider confirmed and whose origin is known. */
import { queueMessage } from '@/lib/audit/outbox'
import { newId } from '@/lib/kernel/ids'
import type { Currency } from '@/lib/kernel/money'
import type { CheckoutModel } from '@/lib/platform/generated/models'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { customerOf } from '../charge/checkout.store'
import { settleOpen } from '../invoice/settle'
import { clearing, credit } from '../ledger/accounts'
import { book, lockAccount } from '../ledger/book'

interface Paid {
  readonly paymentId: string
  readonly amount: bigint
  readonly currency: Currency
}

/**
 * Enters a payment for a checkout (R-HO-03): it becomes credit, which pays the checkout's invoices first. Told of
 * twice, it is entered once.
 */
export async function enterPayment(
  uow: UnitOfWork,
  checkout: CheckoutModel,
  payment: Paid,
): Promise<'credited' | 'duplicate'> {
  const customerId = await customerOf(uow.tx, checkout)
  const { currency } = payment
  await lockAccount(uow.tx, credit(customerId), currency)
  if (!(await recordPayment(uow, checkout, customerId, payment))) return 'duplicate'
  await uow.tx.checkout.updateMany({
    where: { id: checkout.id, status: { not: 'COMPLETED' } },
    data: { status: 'COMPLETED', completedAt: uow.now },
  })
  if (checkout.customerId) await tellPaidIn(uow, customerId, payment)
  const firstIds = checkout.invoiceId ? [checkout.invoiceId, ...checkout.alsoInvoiceIds] : []
  await settleOpen(uow, { customerId, currency, firstIds })
  return 'credited'
}

/** Enters the payment and its booking; false when this payment was entered before. */
async function recordPayment(
  uow: UnitOfWork,
  { id: checkoutId, provider, customerId: topsUp }: CheckoutModel,
  customerId: string,
  { paymentId, amount, currency }: Paid,
): Promise<boolean> {
  const id = newId()
  // The booking comes first: its key is the payment's, whether it was attributed before or not.
  const isNew = await book(uow, {
    kind: topsUp ? 'top-up' : 'payment',
    subject: { type: 'payment', id },
    idempotencyKey: `payment:${provider}:${paymentId}`,
    postings: [{ from: clearing(provider), to: credit(customerId), amount: { minor: amount, currency } }],
  })
  if (!isNew) return false
  await uow.tx.payment.create({
    data: {
      ...{ id, provider, providerPaymentId: paymentId, customerId, checkoutId },
      ...{ amount, currency, receivedAt: uow.now },
    },
  })
  return true
}

/** The receipt of whoever pays credit in. */
async function tellPaidIn(
  uow: UnitOfWork,
  userId: string,
  { paymentId, amount, currency }: Paid,
): Promise<void> {
  await queueMessage(uow, {
    userId,
    template: 'credit-topped-up',
    params: { minor: amount.toString(), currency, path: '/credit' },
    subjectType: 'user',
    subjectId: userId,
    dedupeKey: `credit-topped-up:${paymentId}`,
  })
}
