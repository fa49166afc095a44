/** Reads for update and writes of renewals. */
import { creditInvoice } from '@/lib/billing/invoice/credit'
import { ok, type Result } from '@/lib/kernel/result'
import type { RenewalItemModel } from '@/lib/platform/generated/models'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import type { Domain } from '../domain.store'

export type RenewalItem = RenewalItemModel

/** What a renewal's invoices are issued for. */
export const RENEWAL_ITEM = 'renewal-item'

/** Locks names in the order of their ids, so that two renewals never wait for each other. */
export async function lockDomains(uow: UnitOfWork, ids: readonly string[]): Promise<readonly Domain[]> {
  await uow.tx.$queryRaw`SELECT 1 FROM domain WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`
  return uow.tx.domain.findMany({ where: { id: { in: [...ids] } }, orderBy: { id: 'asc' } })
}

/** Locks one name of a renewal; null when there is none. */
export async function lockItem(uow: UnitOfWork, itemId: string): Promise<RenewalItem | null> {
  await uow.tx.$queryRaw`SELECT 1 FROM renewal_item WHERE id = ${itemId}::uuid FOR UPDATE`
  return uow.tx.renewalItem.findUnique({ where: { id: itemId } })
}

/** Why a name was left unrenewed; the page and the credit note say it in words. */
export type EndReason = 'replaced' | 'stopped' | 'unpaid' | 'late' | 'registry'

/**
 * Ends a name's renewal and takes its invoice back; what was paid becomes credit, which stays free when a name in
 * redemption could not be recovered (R-HO-10).
 */
export async function endItem(
  uow: UnitOfWork,
  item: Pick<RenewalItem, 'id' | 'invoiceId' | 'phase'>,
  { state, reason, said }: { state: 'VOID' | 'REFUSED'; reason: EndReason; said?: string },
): Promise<Result<unknown>> {
  await uow.tx.renewalItem.update({
    where: { id: item.id },
    data: { state, reason: said ? `${reason}: ${said}` : reason, settledAt: uow.now },
  })
  if (!item.invoiceId) return ok()
  return creditInvoice(uow, item.invoiceId, `renewal-${reason}`, { isKeptFree: item.phase === 'redemption' })
}
