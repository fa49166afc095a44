import * as z from 'zod/mini'
import { may } from '@/lib/access/permissions'
import { queueMessage } from '@/lib/audit/outbox'
import { recordAudit } from '@/lib/audit/record'
import { lockInvoice } from '@/lib/billing/invoice/invoice.store'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { endItem, lockItem } from './renewal.store'

/** Due: the quote of an unpaid renewal has ended; its invoice is taken back. Nothing happens when it was paid. */
export const voidRenewal = defineCommand({
  name: 'domains.void-renewal',
  permit: may('name.sweep'),
  input: z.object({ itemId: z.uuid() }),
  async run(uow, { itemId }) {
    const known = await uow.tx.renewalItem.findUnique({ where: { id: itemId } })
    if (!known) return refuse('not-found')
    // The invoice comes first, as it does when it is paid.
    if (known.invoiceId) await lockInvoice(uow, known.invoiceId)
    const item = await lockItem(uow, itemId)
    if (item?.state !== 'ASKED' || item.quotedUntil > uow.now) return ok({ itemId, ended: false })
    const ended = await endItem(uow, item, { state: 'VOID', reason: 'unpaid' })
    if (!ended.ok) return ended
    const domain = await uow.tx.domain.findUniqueOrThrow({ where: { id: item.domainId } })
    await queueMessage(uow, {
      userId: domain.ownerId,
      template: 'renewal-lapsed',
      params: { name: domain.nameUnicode, path: `/names/${domain.nameAscii}` },
      subjectType: 'domain',
      subjectId: domain.id,
      dedupeKey: `renewal-lapsed:${itemId}`,
    })
    await recordAudit(uow, {
      action: 'domains.void-renewal',
      subjectType: 'domain',
      subjectId: domain.id,
      data: { itemId },
    })
    return ok({ itemId, ended: true })
  },
})
