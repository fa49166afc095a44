import * as z from 'zod/mini'
import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { actorUserId } from '@/lib/kernel/actor'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { defineCommand } from '@/lib/platform/define-command'
import { paymentProvider } from './connect'

/** Forgets a kept card, at the provider first; what was to be charged to it is then asked from credit. */
export const removeCard = defineCommand({
  name: 'billing.remove-card',
  permit: may('invoice.pay'),
  input: z.object({ paymentMethodId: z.uuid('field-invalid') }),
  async prepare(actor, { paymentMethodId: id }): Promise<Result<unknown>> {
    const card = await db().paymentMethod.findFirst({ where: { id, customerId: actorUserId(actor) ?? '' } })
    if (!card) return refuse('not-found')
    return card.removedAt ? ok() : paymentProvider().forgetCard(card.providerRef)
  },
  async run(uow, { paymentMethodId: id }) {
    const removed = await uow.tx.paymentMethod.updateMany({
      where: { id, removedAt: null },
      data: { removedAt: uow.now },
    })
    if (removed.count > 0) {
      await recordAudit(uow, { action: 'billing.remove-card', subjectType: 'payment-method', subjectId: id })
    }
    return ok({ paymentMethodId: id })
  },
})
