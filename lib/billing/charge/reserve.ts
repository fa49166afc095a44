/** The row of a visit to the provider's page: made first, so that the provider is asked with its id as the key. */
import { type Actor, actorUserId } from '@/lib/kernel/actor'
import { newId } from '@/lib/kernel/ids'
import type { Money } from '@/lib/kernel/money'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import type { CheckoutModel } from '@/lib/platform/generated/models'
import { inUnitOfWork, type UnitOfWork } from '@/lib/platform/unit-of-work'
import { type Invoice, lockInvoice } from '../invoice/invoice.store'
import { isCharging } from '../invoice/open-checkouts'
import { credit } from '../ledger/accounts'
import { balanceOf } from '../ledger/book'
import { moneyOf } from '../money'
import { paymentProvider } from './connect'
import { decidePayer } from './other-payer'

export type Reserved = CheckoutModel & { readonly invoiceId: string; readonly number: string }

const UNPAID = ['OPENING' as const, 'OPEN' as const]

/**
 * The row of one payment for open invoices of one customer, who the actor is or may pay for; that customer's credit is
 * taken off. Refuses `not-found`, `invoice-already-paid`, `invoice-credited`, `invoice-being-charged`,
 * `invoice-currencies`, `invoice-customers` and `invoice-covered-by-credit`.
 */
export function reserveCheckout(actor: Actor, invoiceIds: readonly string[]): Promise<Result<Reserved>> {
  return inUnitOfWork({ actor, requestId: newId() }, async (uow) => {
    const locked = await lockOpenInvoices(uow, [...new Set(invoiceIds)].sort())
    if (!locked.ok) return locked
    const [first, ...others] = locked.value
    const due = await remainingAmount(uow, [first, ...others])
    if (due.minor <= 0n) return refuse('invoice-covered-by-credit')
    const wanted = { due, alsoInvoiceIds: others.map(({ id }) => id), payerId: payerOf(actor, first) }
    const checkout = (await reuseCheckout(uow, first, wanted)) ?? (await insertCheckout(uow, first, wanted))
    const number = others.length === 0 ? first.number : `${first.number} +${others.length}`
    return ok({ ...checkout, invoiceId: first.id, number })
  })
}

/** Who pays for a customer; null when it is the customer. */
function payerOf(actor: Actor, { customerId }: Invoice): string | null {
  const userId = actorUserId(actor) ?? null
  return userId === customerId ? null : userId
}

/** Locks invoices in the order of their ids; each must be the actor's to pay, open, of one customer and currency. */
async function lockOpenInvoices(
  uow: UnitOfWork,
  ids: readonly string[],
): Promise<Result<[Invoice, ...Invoice[]]>> {
  const invoices: Invoice[] = []
  for (const id of ids) {
    const locked = await lockInvoice(uow, id)
    if (!locked.ok) return locked
    const invoice = locked.value
    const payable = await decidePayer(uow, invoice)
    if (!payable.ok) return payable
    if (invoice.status === 'PAID') return refuse('invoice-already-paid')
    if (invoice.status === 'CREDITED') return refuse('invoice-credited')
    if (await isCharging(uow.tx, id)) return refuse('invoice-being-charged')
    invoices.push(invoice)
  }
  const [first, ...others] = invoices
  if (!first) return refuse('not-found')
  if (others.some(({ currency }) => currency !== first.currency)) return refuse('invoice-currencies')
  if (others.some(({ customerId }) => customerId !== first.customerId)) return refuse('invoice-customers')
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
  readonly payerId: string | null
}

/** An open one for the same and the same payer; those for another amount or other invoices are not offered any more. */
async function reuseCheckout(
  uow: UnitOfWork,
  first: Invoice,
  { due, alsoInvoiceIds, payerId }: Wanted,
): Promise<CheckoutModel | null> {
  const open = await uow.tx.checkout.findMany({
    where: { invoiceId: first.id, status: { in: UNPAID }, paymentMethodId: null },
    orderBy: { id: 'desc' },
  })
  const same = open.find(
    (checkout) =>
      checkout.amount === due.minor &&
      checkout.payerId === payerId &&
      checkout.alsoInvoiceIds.join() === [...alsoInvoiceIds].join(),
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
  { due, alsoInvoiceIds, payerId }: Wanted,
): Promise<CheckoutModel> {
  return uow.tx.checkout.create({
    data: {
      id: newId(),
      invoiceId: first.id,
      alsoInvoiceIds: [...alsoInvoiceIds],
      payerId,
      provider: paymentProvider().name,
      amount: due.minor,
      currency: due.currency,
      status: 'OPENING',
      createdAt: uow.now,
    },
  })
}
