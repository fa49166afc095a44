import type { Tx } from '@/lib/platform/db'
import type { CheckoutModel } from '@/lib/platform/generated/models'

/** Whose money a checkout takes: that of its invoice's customer, or of whoever pays credit in. */
export async function customerOf(
  tx: Tx,
  { customerId, invoiceId }: Pick<CheckoutModel, 'customerId' | 'invoiceId'>,
): Promise<string> {
  if (customerId) return customerId
  const invoice = await tx.invoice.findUniqueOrThrow({
    where: { id: invoiceId ?? '' },
    select: { customerId: true },
  })
  return invoice.customerId
}
