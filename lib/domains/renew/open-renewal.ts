/** A renewal as it is written: one item a name, each with its own invoice, so that it can be credited alone. */
import { recordAudit } from '@/lib/audit/record'
import { issueInvoice, type NewInvoiceLine } from '@/lib/billing/invoice/issue'
import { actorName } from '@/lib/kernel/actor'
import { newId } from '@/lib/kernel/ids'
import { ok, type Result } from '@/lib/kernel/result'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import type { Domain } from '../domain.store'
import { tellAskedByContact } from './for-other'
import type { PricedRenewal } from './price.rule'
import { endItem, RENEWAL_ITEM } from './renewal.store'

/** A name with its renewal, decided on its locked row. */
export interface Priced {
  readonly domain: Domain
  readonly years: number
  readonly renewal: PricedRenewal
}

interface NewRenewal {
  readonly ownerId: string
  readonly isAutomatic: boolean
  readonly priced: readonly Priced[]
}

/** Writes a renewal with its invoices; unpaid ones of the same names give way to it. The names are locked. */
export async function openRenewal(
  uow: UnitOfWork,
  { ownerId, isAutomatic, priced }: NewRenewal,
): Promise<Result<string>> {
  const older = await uow.tx.renewalItem.findMany({
    where: { domainId: { in: priced.map(({ domain }) => domain.id) }, state: 'ASKED' },
    orderBy: { id: 'asc' },
  })
  for (const item of older) {
    const ended = await endItem(uow, item, { state: 'VOID', reason: 'replaced' })
    if (!ended.ok) return ended
  }
  const renewalId = newId()
  await uow.tx.renewal.create({
    data: {
      id: renewalId,
      ownerId,
      isAutomatic,
      requestedBy: actorName(uow.actor),
      requestedAt: uow.now,
    },
  })
  await tellAskedByContact(uow, { renewalId, ownerId, names: priced.map(({ domain }) => domain) })
  for (const entry of priced) {
    const issued = await invoiceItem(uow, renewalId, entry)
    if (!issued.ok) return issued
  }
  await recordAudit(uow, {
    action: 'domains.ask-renewal',
    subjectType: 'renewal',
    subjectId: renewalId,
    data: { names: priced.length, isAutomatic },
  })
  return ok(renewalId)
}

/** Writes the name's item and issues its invoice; credit that covers it pays it at once, and what follows runs. */
async function invoiceItem(
  uow: UnitOfWork,
  renewalId: string,
  { domain, years, renewal }: Priced,
): Promise<Result<unknown>> {
  const id = newId()
  const { phase, quotedUntil, oldExpiresAt, newExpiresAt } = renewal
  // The item is there before its invoice: what follows a payment looks for it.
  await uow.tx.renewalItem.create({
    data: {
      ...{ id, renewalId, domainId: domain.id, years, phase },
      ...{ quotedUntil, oldExpiresAt, newExpiresAt, state: 'ASKED' },
    },
  })
  const issued = await issueInvoice(uow, {
    customerId: domain.ownerId,
    subjectType: RENEWAL_ITEM,
    subjectId: id,
    lines: renewal.lines.map((line) => invoiceLine(domain.nameUnicode, line)),
  })
  if (!issued.ok) return issued
  const { invoiceId } = issued.value
  await uow.tx.renewalItem.update({ where: { id }, data: { invoiceId } })
  return issued
}

function invoiceLine(
  name: string,
  { kind, years, amount, source }: Priced['renewal']['lines'][number],
): NewInvoiceLine {
  return { kind, params: { name, ...(years !== undefined && { years }) }, amount, source }
}
