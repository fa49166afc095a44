/**
 * Credit pays invoices by itself. The rule: credit stays untouched until it covers an invoice wholly; it pays
 * the invoice at hand first, then the customer's oldest open ones that it covers. Credit that is kept free (R-HO-10)
 * pays what is at hand only.
 */
import { recordAudit } from '@/lib/audit/record'
import type { Currency } from '@/lib/kernel/money'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import { tell } from '@/lib/platform/events'
import type { Prisma } from '@/lib/platform/generated/client'
import { log } from '@/lib/platform/log'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { credit, receivable } from '../ledger/accounts'
import { balanceOf, book } from '../ledger/book'
import { moneyOf } from '../money'
import { type Invoice, lockInvoice, moveInvoice } from './invoice.store'
import { keptOf, lowerKept } from './kept-credit'
import { expireCheckouts } from './open-checkouts'

/** Pays one open invoice if its customer's credit covers it; whether it did. Its locks are held already. */
export async function settleOne(uow: UnitOfWork, invoice: Invoice): Promise<boolean> {
  const { minor } = await balanceOf(
    uow.tx,
    credit(invoice.customerId),
    moneyOf(0n, invoice.currency).currency,
  )
  if (minor < invoice.total) return false
  await uow.tx.$executeRaw`SAVEPOINT settle`
  const settled = await settle(uow, invoice)
  if (settled.ok) {
    await uow.tx.$executeRaw`RELEASE SAVEPOINT settle`
    return true
  }
  // What should follow the payment was refused. The money is real all the same: it stays as credit.
  await uow.tx.$executeRaw`ROLLBACK TO SAVEPOINT settle`
  await uow.tx.$executeRaw`RELEASE SAVEPOINT settle`
  log().warn({ invoiceId: invoice.id, refusal: settled.refusal.code }, 'invoice not settled')
  await recordAudit(uow, {
    action: 'billing.settle-refused',
    subjectType: 'invoice',
    subjectId: invoice.id,
    data: { refusal: settled.refusal.code },
  })
  return false
}

/** Pays an invoice that somebody has asked to be paid from credit; whether it is paid. */
export async function settleAtHand(uow: UnitOfWork, invoiceId: string): Promise<boolean> {
  const locked = await lockInvoice(uow, invoiceId)
  return locked.ok && locked.value.status === 'ISSUED' && (await settleOne(uow, locked.value))
}

interface Spending {
  readonly customerId: string
  readonly currency: Currency
  /** What a payment was made for. */
  readonly firstIds?: readonly string[]
}

/** Pays what a customer's credit covers, `firstIds` before the others, those by age. The credit is locked. */
export async function settleOpen(
  uow: UnitOfWork,
  { customerId, currency, firstIds = [] }: Spending,
): Promise<void> {
  const tried: string[] = []
  for (;;) {
    // Read anew each time: what follows a payment may issue or credit other invoices.
    const { minor } = await balanceOf(uow.tx, credit(customerId), currency)
    const kept = await keptOf(uow.tx, customerId, currency)
    const open = { customerId, currency, status: 'ISSUED' as const }
    const wanted = firstIds.filter((id) => !tried.includes(id))
    const chosen =
      (await oldest(uow, { ...open, total: { lte: minor }, id: { in: wanted } })) ??
      (await oldest(uow, { ...open, total: { lte: minor - kept.minor }, id: { notIn: tried } }))
    if (!chosen) return
    tried.push(chosen.id)
    const locked = await lockInvoice(uow, chosen.id)
    if (locked.ok && locked.value.status === 'ISSUED') await settleOne(uow, locked.value)
  }
}

function oldest(uow: UnitOfWork, where: Prisma.InvoiceWhereInput): Promise<{ id: string } | null> {
  return uow.tx.invoice.findFirst({
    where,
    orderBy: [{ issuedAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
}

async function settle(uow: UnitOfWork, invoice: Invoice): Promise<Result<unknown>> {
  const booked = await book(uow, {
    kind: 'invoice-paid',
    subject: { type: 'invoice', id: invoice.id },
    idempotencyKey: `settle:${invoice.id}`,
    postings: [
      {
        from: credit(invoice.customerId),
        to: receivable(invoice.customerId),
        amount: moneyOf(invoice.total, invoice.currency),
      },
    ],
  })
  if (!booked) return refuse('invoice-already-paid')
  await lowerKept(uow, invoice.customerId, moneyOf(0n, invoice.currency).currency)
  const moved = await moveInvoice(uow, invoice, 'settle')
  if (!moved.ok) return moved
  await expireCheckouts(uow, invoice.id)
  const { id: invoiceId, subjectType, subjectId } = invoice
  await recordAudit(uow, { action: 'billing.settle', subjectType: 'invoice', subjectId: invoiceId })
  const told = await tell(uow, 'invoice.paid', { invoiceId, subjectType, subjectId })
  return told.ok ? ok() : told
}
