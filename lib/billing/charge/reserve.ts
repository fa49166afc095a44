/** The row of a visit to the provider's page: made first, so that the provider is asked with its id as the key. */
import { type Actor, actorUserId } from '@/lib/kernel/actor'
import { newId } from '@/lib/kernel/ids'
import type { Money } from '@/lib/kernel/money'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import type { CheckoutModel } from '@/lib/platform/generated/models'
import { inUnitOfWork, type UnitOfWork } from '@/lib/platform/unit-of-work'
import { type Invoice, lockInvoice } from '../invoice/invoice.store'
import { credit } from '../ledger/accounts'
import { balanceOf } from '../ledger/book'
import { moneyOf } from '../money'
import { paymentProvider } from './connect'

export type Reserved = CheckoutModel & { readonly number: string }

const UNPAID = ['OPENING' as const, 'OPEN' as const]

/**
 * The row of one payment for open invoices of the actor's; credit that covers a part of them is taken off. Refuses
 * `not-found`, `invoice-already-paid`, `invoice-credited`, `invoice-currencies` and `invoice-covered-by-credit`.
 */
export function reserveCheckout(actor: Actor, invoiceIds: readonly string[]): Promise<Result<Reserved>> {
  return inUnitOfWork({ actor, requestId: newId() }, async (uow) => {
    const locked = await lockOpenInvoices(uow, [...new Set(invoiceIds)].sort())
    if (!locked.ok) return locked
    const [first, ...others] = locked.value
    const due = await remainingAmount(uow, [first, ...others])
    if (due.minor <= 0n) return refuse('invoice-covered-by-credit')
    const alsoInvoiceIds = others.map(({ id }) => id)
    const checkout =
      (await reuseCheckout(uow, first, { due, alsoInvoiceIds })) ??
      (await insertCheckout(uow, first, { due, alsoInvoiceIds }))
    const number = others.length === 0 ? first.number : `${first.number} +${others.length}`
    return ok({ ...checkout, number })
  })
}

/** Locks invoices in the order of their ids; each must be the actor's, open, and of the same currency. */
async function lockOpenInvoices(
  uow: UnitOfWork,
  ids: readonly string[],
): Promise<Result<[Invoice, ...Invoice[]]>> {
  const invoices: Invoice[] = []
  for (const id of ids) {
    const locked = await lockInvoice(uow, id)
    if (!locked.ok) return locked
    const invoice = locked.value
    if (invoice.customerId !== actorUserId(uow.actor)) return refuse('not-found')
    if (invoice.status === 'PAID') return refuse('invoice-already-paid')
    if (invoice.status === 'CREDITED') return refuse('invoice-credited')
    invoices.push(invoice)
  }
  const [first, ...others] = invoices
  if (!first) return refuse('not-found')
  if (others.some(({ currency }) => currency !== first.currency)) return refuse('invoice-currencies')
  return ok([first, ...others])
}

/** What the customer's credit does not cover of invoices whose locks are held. */
export async function remainingAmount(
  uow: UnitOfWork,
  invoices: readonly [Invoice, ...Invoice[]],
): Promise<Money> {
  const [{ customerId, currency: code }] = invoices
  const total = invoices.reduce((sum, invoice) => sum + invoice.total, 0n)
  const { currency } = moneyOf(total, code)
  const free = await balanceOf(uow.tx, credit(customerId), currency)
  return { minor: total - free.minor, currency }
}

interface Wanted {
  readonly due: Money
  readonly alsoInvoiceIds: readonly string[]
}

/** An open one for the same; those for another amount or other invoices with it are not offered any more. */
async function reuseCheckout(
  uow: UnitOfWork,
  first: Invoice,
  { due, alsoInvoiceIds }: Wanted,
): Promise<CheckoutModel | null> {
  const open = await uow.tx.checkout.findMany({
    where: { invoiceId: first.id, status: { in: UNPAID }, paymentMethodId: null },
    orderBy: { id: 'desc' },
  })
  const same = open.find(
    (checkout) =>
      checkout.amount === due.minor && checkout.alsoInvoiceIds.join() === [...alsoInvoiceIds].join(),
  )
  await uow.tx.checkout.updateMany({
    where: { id: { in: open.filter((checkout) => checkout !== same).map(({ id }) => id) } },
    data: { status: 'EXPIRED', completedAt: uow.now },
  })
  return same ?? null
}

function insertCheckout(
  uow: UnitOfWork,
  first: Invoice,
  { due, alsoInvoiceIds }: Wanted,
): Promise<CheckoutModel> {
  return uow.tx.checkout.create({
    data: {
      id: newId(),
      invoiceId: first.id,
      alsoInvoiceIds: [...alsoInvoiceIds],
      provider: paymentProvider().name,
      amount: due.minor,
      currency: due.currency,
      status: 'OPENING',
      createdAt: uow.now,
    },
  })
}
