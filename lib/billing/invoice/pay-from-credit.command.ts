import * as z from 'zod/mini'
import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { actorUserId } from '@/lib/kernel/actor'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { credit } from '../ledger/accounts'
import { balanceOf } from '../ledger/book'
import { moneyOf } from '../money'
import { type Invoice, lockInvoice } from './invoice.store'
import { isCharging } from './open-checkouts'
import { settleOne } from './settle'

const input = z.object({
  invoiceIds: z
    .array(z.uuid('field-invalid'))
    .check(z.minLength(1, 'field-required'), z.maxLength(200, 'field-too-long')),
})

/**
 * A customer has their open invoices paid from their credit, also from credit that pays nothing by itself (R-HO-10).
 * Refuses `not-found`, `invoice-credited`, `invoice-being-charged` and `credit-covers-not`. `paid` is false when what
 * should follow a payment was refused; then the audit trail has the reason.
 */
export const payFromCredit = defineCommand({
  name: 'billing.pay-from-credit',
  permit: may('invoice.pay'),
  input,
  // One click may settle two hundred invoices.
  timeoutMs: 60_000,
  async run(uow, { invoiceIds }) {
    const locked = await lockOwnOpen(uow, [...new Set(invoiceIds)].sort())
    if (!locked.ok) return locked
    const open = locked.value
    if (!(await isCovered(uow, open))) return refuse('credit-covers-not')
    let paid = true
    for (const invoice of open) {
      await recordAudit(uow, {
        action: 'billing.pay-from-credit',
        subjectType: 'invoice',
        subjectId: invoice.id,
      })
      paid = (await settleOne(uow, invoice)) && paid
    }
    return ok({ paid })
  },
})

/** Locks the actor's invoices in the order of their ids; those that are paid already want nothing more. */
async function lockOwnOpen(uow: UnitOfWork, ids: readonly string[]): Promise<Result<readonly Invoice[]>> {
  const open: Invoice[] = []
  for (const id of ids) {
    const locked = await lockInvoice(uow, id)
    if (!locked.ok) return locked
    const invoice = locked.value
    if (invoice.customerId !== actorUserId(uow.actor)) return refuse('not-found')
    if (invoice.status === 'CREDITED') return refuse('invoice-credited')
    if (await isCharging(uow.tx, id)) return refuse('invoice-being-charged')
    if (invoice.status === 'ISSUED') open.push(invoice)
  }
  return ok(open)
}

/** Whether the credit of each currency covers all invoices in it. */
async function isCovered(uow: UnitOfWork, invoices: readonly Invoice[]): Promise<boolean> {
  const [first] = invoices
  if (!first) return true
  const others = invoices.filter(({ currency }) => currency !== first.currency)
  const same = invoices.filter(({ currency }) => currency === first.currency)
  const total = same.reduce((sum, invoice) => sum + invoice.total, 0n)
  const { currency } = moneyOf(total, first.currency)
  const free = await balanceOf(uow.tx, credit(first.customerId), currency)
  return free.minor >= total && (await isCovered(uow, others))
}
