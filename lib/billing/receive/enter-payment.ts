/** Money that a provider confirmed and whose origin is known. */
import type { Currency } from '@/lib/kernel/money'
import { newId } from '@/lib/kernel/ids'
import type { CheckoutModel } from '@/lib/platform/generated/models'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { type Invoice, lockInvoice } from '../invoice/invoice.store'
import { settleOpen } from '../invoice/settle'
import { clearing, credit } from '../ledger/accounts'
import { book } from '../ledger/book'

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
  const locked = await lockInvoice(uow, checkout.invoiceId)
  if (!locked.ok) throw new Error(`checkout ${checkout.id} has no invoice`)
  const invoice = locked.value
  if (!(await recordPayment(uow, checkout, invoice, payment))) return 'duplicate'
  await uow.tx.checkout.updateMany({
    where: { id: checkout.id, status: { not: 'COMPLETED' } },
    data: { status: 'COMPLETED', completedAt: uow.now },
  })
  await settleOpen(uow, {
    customerId: invoice.customerId,
    currency: payment.currency,
    firstIds: [invoice.id, ...checkout.alsoInvoiceIds],
  })
  return 'credited'
}

/** Enters the payment and its booking; false when this payment was entered before. */
async function recordPayment(
  uow: UnitOfWork,
  { id: checkoutId, provider }: CheckoutModel,
  { customerId }: Invoice,
  { paymentId, amount, currency }: Paid,
): Promise<boolean> {
  const id = newId()
  // The booking comes first: its key is the payment's, whether it was attributed before or not.
  const isNew = await book(uow, {
    kind: 'payment',
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
