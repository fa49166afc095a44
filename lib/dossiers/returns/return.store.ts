/** A return beside the dossier it belongs to. */
import { lockOrder, type OrderedDomain, waitingOrder } from '@/lib/domains/orders/order.store'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import type { Tx } from '@/lib/platform/db'
import type { DocumentModel } from '@/lib/platform/generated/models'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { isReturnDocument } from '../documents/document.input'
import type { DraftDeclaration } from '../declare/declaration.rule'
import { currentDocuments } from '../dossier.store'
import type { ReturnState } from './return.rule'

/** The return of a dossier's name that the desk has still to decide; refuses `return-not-asked` without one. */
export async function openReturn(uow: UnitOfWork, dossierId: string): Promise<Result<unknown>> {
  const domain = await uow.tx.domain.findUnique({ where: { dossierId }, select: { id: true } })
  const order = domain && (await waitingOrder(uow.tx, domain.id, ['return']))
  return order && !order.dueAt ? ok() : refuse('return-not-asked')
}

interface AskedAt {
  readonly requestedAt: Date
}

/** The documents handed in for a return: what came since it was asked for, the latest of each kind. */
export async function documentsOfReturn(
  tx: Tx,
  dossierId: string,
  { requestedAt }: AskedAt,
): Promise<readonly DocumentModel[]> {
  const since = await tx.document.findMany({ where: { dossierId, uploadedAt: { gte: requestedAt } } })
  return currentDocuments(since.filter(({ kind }) => isReturnDocument(kind)))
}

export interface LockedReturn extends OrderedDomain {
  readonly state: ReturnState
}

/** Locks a return with what it is decided by; `not-found` for any other order. */
export async function lockReturn(uow: UnitOfWork, orderId: string): Promise<Result<LockedReturn>> {
  const found = await lockOrder(uow, orderId)
  if (!found.ok) return found
  const { order, domain } = found.value
  if (order.kind !== 'return') return refuse('not-found')
  const dossier = await uow.tx.dossier.findUniqueOrThrow({ where: { id: domain.dossierId } })
  const documents = await documentsOfReturn(uow.tx, dossier.id, order)
  return ok({
    order,
    domain,
    state: {
      ...dossier,
      ownerId: domain.ownerId,
      isOpen: order.state === 'WAITING' && order.dueAt === null,
      handedIn: documents.map(({ kind }) => kind),
      declaredNumber: declaredNumber(dossier.declaration as DraftDeclaration),
    },
  })
}

/** The holder's number as the original dossier declares it. */
export function declaredNumber({ holder }: DraftDeclaration): string {
  return holder?.identityNumber ?? holder?.organisationNumber ?? ''
}
