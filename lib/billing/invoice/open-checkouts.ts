/** The payments under way for an invoice: visits to the provider's page, and charges of a kept card. */
import type { Prisma } from '@/lib/platform/generated/client'
import type { Tx } from '@/lib/platform/db'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'

/** Whether a kept card is being charged for one of these invoices: nobody should pay it besides meanwhile. */
export async function isCharging(tx: Tx, ...invoiceIds: readonly string[]): Promise<boolean> {
  const open = await tx.checkout.findFirst({
    where: { ...CHARGE, invoiceId: { in: [...invoiceIds] } },
    select: { id: true },
  })
  return open !== null
}

/** Ends a charge that the invoice still waits for; one that the provider has carried out already becomes credit. */
export async function expireCharges(uow: UnitOfWork, invoiceId: string): Promise<void> {
  await expire(uow, { ...CHARGE, invoiceId })
}

/**
 * The invoice asks for nothing any more, so nobody is sent to pay it and no card is charged for it; a payment that comes
 * all the same stays as credit.
 */
export async function expireCheckouts(uow: UnitOfWork, invoiceId: string): Promise<void> {
  await expire(uow, {
    OR: [{ invoiceId }, { alsoInvoiceIds: { has: invoiceId } }],
    status: { in: ['OPENING', 'OPEN'] },
  })
}

const CHARGE = { status: 'OPENING', paymentMethodId: { not: null } } as const

async function expire(uow: UnitOfWork, where: Prisma.CheckoutWhereInput): Promise<void> {
  await uow.tx.checkout.updateMany({ where, data: { status: 'EXPIRED', completedAt: uow.now } })
}
