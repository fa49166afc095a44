import { createTranslator } from 'use-intl/core'
import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { type Locale, localPath } from '@/lib/i18n/locale'
import { loadCatalogue } from '@/lib/i18n/modules'
import { type Actor, actorUserId } from '@/lib/kernel/actor'
import { newId } from '@/lib/kernel/ids'
import type { Money } from '@/lib/kernel/money'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { env } from '@/lib/platform/env'
import type { CheckoutModel } from '@/lib/platform/generated/models'
import { takePoint } from '@/lib/platform/rate-limit'
import { inUnitOfWork } from '@/lib/platform/unit-of-work'
import { paymentProvider } from '../charge/connect'
import { credit } from '../ledger/accounts'
import { lockAccount } from '../ledger/book'
import { topUpInput } from './top-up.input'
import { topUpCurrencies } from './top-up.query'
import { decideTopUp } from './top-up.rule'

const PER_USER = { name: 'checkout', points: 60, seconds: 3600 }

/**
 * Opens the provider's page on which a customer pays credit in; when the payment arrives, it is their credit. As for
 * an invoice the row comes first, then the provider, with the row's id as the key: asked again for the same amount,
 * it is the same page. Refuses as `decideTopUp`.
 */
export const topUp = defineCommand({
  name: 'billing.top-up',
  permit: may('invoice.pay'),
  input: topUpInput,
  limit: (actor) => takePoint(PER_USER, [actorUserId(actor) ?? '']),
  async prepare(actor, { amount: digits, currency, locale }) {
    const amount: Money = { minor: BigInt(digits), currency }
    const reserved = await reserveTopUp(actor, amount)
    if (!reserved.ok) return reserved
    const { id: checkoutId, providerRef, url } = reserved.value
    if (providerRef && url) return ok({ checkoutId, providerRef, url })
    const opened = await paymentProvider().openCheckout({
      ...{ checkoutId, amount, locale, description: await descriptionIn(locale) },
      returnUrl: new URL(localPath(locale, '/credit'), env().APP_URL).href,
    })
    return opened.ok ? ok({ checkoutId, ...opened.value }) : opened
  },
  async run(uow, _input, { checkoutId, providerRef, url }) {
    const opened = await uow.tx.checkout.updateMany({
      where: { id: checkoutId, status: 'OPENING' },
      data: { status: 'OPEN', providerRef, url },
    })
    if (opened.count > 0) {
      await recordAudit(uow, {
        action: 'billing.top-up',
        subjectType: 'user',
        subjectId: actorUserId(uow.actor) ?? '',
        data: { checkoutId },
      })
    }
    return ok({ checkoutId, url })
  },
})

/** What the payment is for, in the language of the provider's page. */
async function descriptionIn(locale: Locale): Promise<string> {
  const { names } = await loadCatalogue(locale)
  const say = createTranslator({ locale, messages: names as never }) as (key: string) => string
  return say('topUp.description')
}

/** The row of the payment: an open one for the same amount; those for another amount are not offered any more. */
function reserveTopUp(actor: Actor, amount: Money): Promise<Result<CheckoutModel>> {
  return inUnitOfWork({ actor, requestId: newId() }, async (uow) => {
    const customerId = actorUserId(actor)
    if (!customerId) return refuse('sign-in-needed')
    const decided = decideTopUp(amount, await topUpCurrencies(uow.tx, customerId))
    if (!decided.ok) return decided
    const { minor, currency } = amount
    await lockAccount(uow.tx, credit(customerId), currency)
    const unpaid = { customerId, currency, status: { in: ['OPENING' as const, 'OPEN' as const] } }
    const same = await uow.tx.checkout.findFirst({ where: { ...unpaid, amount: minor } })
    await uow.tx.checkout.updateMany({
      where: { ...unpaid, amount: { not: minor } },
      data: { status: 'EXPIRED', completedAt: uow.now },
    })
    if (same) return ok(same)
    const created = await uow.tx.checkout.create({
      data: {
        ...{ id: newId(), customerId, provider: paymentProvider().name, amount: minor, currency },
        ...{ status: 'OPENING', createdAt: uow.now },
      },
    })
    return ok(created)
  })
}
