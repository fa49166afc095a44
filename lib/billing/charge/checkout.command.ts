import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { type Locale, localPath } from '@/lib/i18n/locale'
import { type Actor, actorUserId } from '@/lib/kernel/actor'
import { ok, type Result } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { env } from '@/lib/platform/env'
import { takePoint } from '@/lib/platform/rate-limit'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { moneyOf } from '../money'
import { checkoutInput, payInvoicesInput } from './checkout.input'
import { paymentProvider } from './connect'
import { reserveCheckout } from './reserve'

const PER_USER = { name: 'checkout', points: 60, seconds: 3600 }
const limit = (actor: Actor) => takePoint(PER_USER, [actorUserId(actor) ?? ''])

interface Prepared {
  readonly checkoutId: string
  readonly invoiceId: string
  readonly providerRef: string
  readonly url: string
}

interface Visit {
  readonly invoiceIds: readonly string[]
  readonly back: string
  readonly locale: Locale
  readonly offerCard?: boolean | undefined
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
  limit,
  prepare: (actor, { invoiceId, ...visit }) =>
    openPage(actor, { ...visit, invoiceIds: [invoiceId], back: `/invoices/${invoiceId}` }),
  run: (uow, _input, prepared) => keepPage(uow, prepared),
})

/**
 * Opens the provider's page for several open invoices that are the actor's to pay, all of one customer and of one
 * currency, to be paid at once; when the payment arrives, these are settled first.
 */
export const payInvoices = defineCommand({
  name: 'billing.pay-invoices',
  permit: may('invoice.pay'),
  input: payInvoicesInput,
  limit,
  prepare: (actor, visit) => openPage(actor, visit),
  run: (uow, _input, prepared) => keepPage(uow, prepared),
})

async function openPage(
  actor: Actor,
  { invoiceIds, back, locale, offerCard }: Visit,
): Promise<Result<Prepared>> {
  const reserved = await reserveCheckout(actor, invoiceIds)
  if (!reserved.ok) return reserved
  const { id: checkoutId, invoiceId, amount, currency, providerRef, url, number, payerId } = reserved.value
  if (providerRef && url) return ok({ checkoutId, invoiceId, providerRef, url })
  // A card is kept for a customer; who pays for another keeps none.
  const customerId = offerCard && !payerId ? actorUserId(actor) : undefined
  const opened = await paymentProvider().openCheckout({
    checkoutId,
    amount: moneyOf(amount, currency),
    description: number,
    returnUrl: new URL(localPath(locale, back), env().APP_URL).href,
    locale,
    ...(customerId && { keepCardFor: customerId }),
  })
  return opened.ok ? ok({ checkoutId, invoiceId, ...opened.value }) : opened
}

async function keepPage(uow: UnitOfWork, { checkoutId, invoiceId, providerRef, url }: Prepared) {
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
}
