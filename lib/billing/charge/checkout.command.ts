import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { localPath } from '@/lib/i18n/locale'
import { type Actor, actorUserId } from '@/lib/kernel/actor'
import { newId } from '@/lib/kernel/ids'
import type { Money } from '@/lib/kernel/money'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { env } from '@/lib/platform/env'
import type { CheckoutModel } from '@/lib/platform/generated/models'
import { takePoint } from '@/lib/platform/rate-limit'
import { inUnitOfWork, type UnitOfWork } from '@/lib/platform/unit-of-work'
import { type Invoice, lockInvoice } from '../invoice/invoice.store'
import { credit } from '../ledger/accounts'
import { balanceOf } from '../ledger/book'
import { moneyOf } from '../money'
import { checkoutInput } from './checkout.input'
import { paymentProvider } from './connect'

const PER_USER = { name: 'checkout', points: 60, seconds: 3600 }

interface Prepared {
  readonly checkoutId: string
  readonly providerRef: string
  readonly url: string
}

/**
 * Opens the provider's page for an invoice of the actor's; credit that covers a part of it is taken off. In
 * two steps, as the provider is asked outside of a transaction: the row first, then the provider, with the
 * row's id as the key. Whatever stops in between, the next call finds the row and asks with the same key.
 */
export const openCheckout = defineCommand({
  name: 'billing.open-checkout',
  permit: may('invoice.pay'),
  input: checkoutInput,
  limit: (actor) => takePoint(PER_USER, [actorUserId(actor) ?? '']),
  async prepare(actor, { invoiceId, locale }): Promise<Result<Prepared>> {
    const reserved = await reserveCheckout(actor, invoiceId)
    if (!reserved.ok) return reserved
    const { id: checkoutId, amount, currency, providerRef, url, number } = reserved.value
    if (providerRef && url) return ok({ checkoutId, providerRef, url })
    const opened = await paymentProvider().openCheckout({
      checkoutId,
      amount: moneyOf(amount, currency),
      description: number,
      returnUrl: new URL(localPath(locale, `/invoices/${invoiceId}`), env().APP_URL).href,
      locale,
    })
    return opened.ok ? ok({ checkoutId, ...opened.value }) : opened
  },
  async run(uow, { invoiceId }, { checkoutId, providerRef, url }) {
    const opened = await uow.tx.checkout.updateMany({
      where: { id: checkoutId, status: 'OPENING' },
      data: { status: 'OPEN', providerRef, url },
    })
    if (opened.count > 0) {
      await recordAudit(uow, {
        action: 'billing.open-checkout',
        subjectType: 'invoice',
        subjectId: invoiceId,
        data: { checkoutId },
      })
    }
    return ok({ checkoutId, url })
  },
})

type Reserved = CheckoutModel & { readonly number: string }

function reserveCheckout(actor: Actor, invoiceId: string): Promise<Result<Reserved>> {
  return inUnitOfWork({ actor, requestId: newId() }, async (uow) => {
    const locked = await lockInvoice(uow, invoiceId)
    if (!locked.ok) return locked
    const invoice = locked.value
    if (invoice.customerId !== actorUserId(actor)) return refuse('not-found')
    if (invoice.status === 'PAID') return refuse('invoice-already-paid')
    if (invoice.status === 'CREDITED') return refuse('invoice-credited')
    const due = await remainingAmount(uow, invoice)
    if (due.minor <= 0n) return refuse('invoice-covered-by-credit')
    const checkout = (await reuseCheckout(uow, invoice, due)) ?? (await insertCheckout(uow, invoice, due))
    return ok({ ...checkout, number: invoice.number })
  })
}

/** What the customer's credit does not cover. */
async function remainingAmount(uow: UnitOfWork, invoice: Invoice): Promise<Money> {
  const { currency } = moneyOf(invoice.total, invoice.currency)
  const free = await balanceOf(uow.tx, credit(invoice.customerId), currency)
  return { minor: invoice.total - free.minor, currency }
}

/** An open one of the same amount; those of another amount (credit has changed) are not offered any more. */
async function reuseCheckout(uow: UnitOfWork, invoice: Invoice, due: Money): Promise<CheckoutModel | null> {
  const open = { invoiceId: invoice.id, status: { in: ['OPENING' as const, 'OPEN' as const] } }
  await uow.tx.checkout.updateMany({
    where: { ...open, amount: { not: due.minor } },
    data: { status: 'EXPIRED', completedAt: uow.now },
  })
  return uow.tx.checkout.findFirst({ where: open, orderBy: { id: 'desc' } })
}

function insertCheckout(uow: UnitOfWork, invoice: Invoice, due: Money): Promise<CheckoutModel> {
  return uow.tx.checkout.create({
    data: {
      id: newId(),
      invoiceId: invoice.id,
      provider: paymentProvider().name,
      amount: due.minor,
      currency: due.currency,
      status: 'OPENING',
      createdAt: uow.now,
    },
  })
}
