/** Reads for update and writes of invoices. */
import { actorName } from '@/lib/kernel/actor'
import { edgeFor } from '@/lib/kernel/lifecycle'
import { refuse, type Result } from '@/lib/kernel/result'
import type { InvoiceModel } from '@/lib/platform/generated/models'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { credit } from '../ledger/accounts'
import { lockAccount } from '../ledger/book'
import { INVOICE_LIFECYCLE } from '../lifecycle'
import { moneyOf } from '../money'

export type Invoice = InvoiceModel

/**
 * Locks an invoice together with its customer's credit, credit first: everything that spends or refills
 * credit takes the locks in this order. `not-found` when there is no such invoice.
 */
export async function lockInvoice(uow: UnitOfWork, invoiceId: string): Promise<Result<Invoice>> {
  const owner = await uow.tx.invoice.findUnique({
    where: { id: invoiceId },
    select: { customerId: true, currency: true, total: true },
  })
  if (!owner) return refuse('not-found')
  await lockAccount(uow.tx, credit(owner.customerId), moneyOf(owner.total, owner.currency).currency)
  await uow.tx.$queryRaw`SELECT 1 FROM invoice WHERE id = ${invoiceId}::uuid FOR UPDATE`
  return { ok: true, value: await uow.tx.invoice.findUniqueOrThrow({ where: { id: invoiceId } }) }
}

/** Takes an edge of the lifecycle: status, version and history row together. */
export async function moveInvoice(
  uow: UnitOfWork,
  invoice: Invoice,
  command: 'settle' | 'credit',
  data: Readonly<Record<string, string>> = {},
): Promise<Result<Invoice>> {
  const edge = edgeFor(INVOICE_LIFECYCLE, invoice.status, command)
  if (!edge) return refuse('not-now', { params: { status: invoice.status } })
  const version = invoice.version + 1
  await recordInvoiceEvent(uow, { ...invoice, version }, { ...edge, data })
  const paidAt = edge.to === 'PAID' ? uow.now : invoice.paidAt
  const value = await uow.tx.invoice.update({
    where: { id: invoice.id },
    data: { status: edge.to, version, paidAt },
  })
  return { ok: true, value }
}

/** Writes a history row; the database refuses a status without it. */
export async function recordInvoiceEvent(
  uow: UnitOfWork,
  invoice: { id: string; version: number },
  edge: { from: string; command: string; to: string; data?: Readonly<Record<string, string>> },
): Promise<void> {
  await uow.tx.invoiceEvent.create({
    data: {
      invoiceId: invoice.id,
      version: invoice.version,
      from: edge.from,
      command: edge.command,
      to: edge.to,
      actor: actorName(uow.actor),
      at: uow.now,
      data: { ...edge.data },
    },
  })
}
