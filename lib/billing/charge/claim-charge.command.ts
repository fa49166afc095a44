import * as z from 'zod/mini'
import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { lockInvoice } from '../invoice/invoice.store'
import { expireCharges } from '../invoice/open-checkouts'

/**
 * Decides on the fresh rows whether a card is charged after all, right before its provider is asked: an invoice that
 * was paid or credited since then asks for nothing, and its charge ends. `isWanted` tells which.
 */
export const claimCharge = defineCommand({
  name: 'billing.claim-charge',
  permit: may('payment.receive'),
  input: z.object({ checkoutId: z.uuid() }),
  async run(uow, { checkoutId }) {
    const known = await uow.tx.checkout.findUnique({ where: { id: checkoutId } })
    const { invoiceId, paymentMethodId } = known ?? {}
    if (!invoiceId) return refuse('not-found')
    const locked = await lockInvoice(uow, invoiceId)
    if (!locked.ok) return locked
    const { status } = await uow.tx.checkout.findUniqueOrThrow({ where: { id: checkoutId } })
    if (status !== 'OPENING' || !paymentMethodId) return ok({ isWanted: false })
    if (locked.value.status === 'ISSUED') return ok({ isWanted: true })
    await expireCharges(uow, invoiceId)
    await recordAudit(uow, {
      action: 'billing.drop-charge',
      subjectType: 'invoice',
      subjectId: invoiceId,
      data: { checkoutId, status: locked.value.status },
    })
    return ok({ isWanted: false })
  },
})
