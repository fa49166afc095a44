import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import type { ProviderEventModel } from '@/lib/platform/generated/models'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { clearing, unattributed } from '../ledger/accounts'
import { book } from '../ledger/book'
import { paymentIn } from './provider-message'
import { returnInput } from './receive.input'

/** The provider has answered whether money of unknown origin went back to its payer (R-NS-31). */
export const settleReturn = defineCommand({
  name: 'billing.settle-return',
  permit: may('payment.receive'),
  input: returnInput,
  async run(uow, { eventId, outcome }) {
    await uow.tx.$queryRaw`SELECT 1 FROM provider_event WHERE id = ${eventId}::uuid FOR UPDATE`
    const event = await uow.tx.providerEvent.findUnique({ where: { id: eventId } })
    if (!event) return refuse('not-found')
    if (event.outcome !== 'returning') return ok({ eventId })
    if (outcome === 'done') await bookReturn(uow, event)
    await uow.tx.providerEvent.update({
      where: { id: eventId },
      data: { outcome: outcome === 'done' ? 'returned' : 'return-refused' },
    })
    await recordAudit(uow, {
      action: 'billing.settle-return',
      subjectType: 'provider-event',
      subjectId: eventId,
      data: { outcome },
    })
    return ok({ eventId })
  },
})

async function bookReturn(uow: UnitOfWork, event: ProviderEventModel): Promise<void> {
  const { id, provider } = event
  const { paymentId, amount, currency } = paymentIn(event)
  await book(uow, {
    kind: 'unattributed-returned',
    subject: { type: 'provider-event', id },
    idempotencyKey: `return:${provider}:${paymentId}`,
    postings: [{ from: unattributed(provider), to: clearing(provider), amount: { minor: amount, currency } }],
  })
}
