/** Returns as their owner and the desk see them. */
import { decideReturn } from '@/lib/domains/orders/order.rule'
import { canonicalName } from '@/lib/kernel/names'
import { type Actor, actorUserId } from '@/lib/kernel/actor'
import type { Refusal } from '@/lib/kernel/result'
import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import type { DocumentModel } from '@/lib/platform/generated/models'
import { zoneById } from '@/lib/policy/resolver'
import type { DraftDeclaration } from '../declare/declaration.rule'
import { isLaterDocument } from '../documents/document.input'
import { pageCount } from '../documents/picture'
import { currentDocuments } from '../dossier.store'
import { type NeededDocument, returnDocuments } from './return.rule'
import { declaredNumber, documentsOfReturn } from './return.store'

export interface HandedIn {
  readonly id: string
  readonly kind: string
  readonly fileName: string
  readonly uploadedAt: Date
}

export interface ReturnOrder {
  readonly id: string
  readonly state: 'WAITING' | 'DONE' | 'REFUSED' | 'WITHDRAWN'
  readonly requestedAt: Date
  readonly dueAt: Date | null
  readonly decidedAt: Date | null
  readonly doneAt: Date | null
  readonly ground: string | null
}

export interface ReturnView {
  readonly domainId: string
  readonly dossierId: string
  readonly nameAscii: string
  readonly nameUnicode: string
  readonly timeZone: string
  readonly zone: string
  readonly filedAt: Date | null
  readonly now: Date
  readonly holder: string
  /** The latest return of this name, whatever came of it; null when none was asked for. */
  readonly order: ReturnOrder | null
  readonly needed: readonly (NeededDocument & { readonly file: HandedIn | null })[]
  /** Why it cannot be returned now; null when it can. */
  readonly barred: Refusal | null
}

/** The name of a dossier that is the actor's own, for the way back from an upload; null otherwise. */
export async function returnedName(actor: Actor, dossierId: string): Promise<string | null> {
  const row = await db().domain.findFirst({
    where: { dossierId, ownerId: actorUserId(actor) ?? '' },
    select: { nameAscii: true },
  })
  return row?.nameAscii ?? null
}

/** The return of one of the owner's names; null when the name is not theirs or never was registered. */
export async function returnView(userId: string, text: string): Promise<ReturnView | null> {
  const name = canonicalName(text)
  if (!name.ok) return null
  const row = await db().domain.findFirst({
    where: { nameAscii: name.value.ascii, ownerId: userId, registeredAt: { not: null } },
    orderBy: [{ openName: { sort: 'asc', nulls: 'last' } }, { id: 'desc' }],
    include: { orders: { where: { kind: 'return' }, orderBy: { id: 'desc' }, take: 1 } },
  })
  const dossier = row && (await db().dossier.findUnique({ where: { id: row.dossierId } }))
  if (!row || !dossier) return null
  const order = row.orders[0] ?? null
  const files = order ? await documentsOfReturn(db(), dossier.id, order) : []
  const decided = decideReturn(row)
  return {
    domainId: row.id,
    dossierId: row.dossierId,
    nameAscii: row.nameAscii,
    nameUnicode: row.nameUnicode,
    timeZone: zoneById(row.zone).timeZone,
    zone: row.zone,
    filedAt: dossier.filedAt,
    now: await businessNow(),
    holder: (dossier.declaration as DraftDeclaration).holder?.name ?? '',
    order,
    needed: returnDocuments(dossier).map((need) => ({
      ...need,
      file: files.find(({ kind }) => kind === need.kind) ?? null,
    })),
    barred: decided.ok ? null : decided.refusal,
  }
}

export interface ShownDocument extends HandedIn {
  readonly version: number
  readonly pages: number
}

/** What the desk holds side by side to decide a return. */
export interface ReturnReview {
  readonly applicantKind: 'INDIVIDUAL' | 'ORGANISATION' | null
  readonly declaredNumber: string
  readonly holder: string
  readonly representative: string
  readonly number: string | null
  readonly needed: readonly NeededDocument[]
  /** Handed in for this return. */
  readonly handedIn: readonly ShownDocument[]
  /** On file from the original dossier. */
  readonly onFile: readonly ShownDocument[]
}

/** The papers of a return beside those of the original dossier (R-NS-14, R-NS-35). */
export async function returnReview(dossierId: string, requestedAt: Date): Promise<ReturnReview | null> {
  const dossier = await db().dossier.findUnique({ where: { id: dossierId }, include: { documents: true } })
  if (!dossier) return null
  const { holder } = dossier.declaration as DraftDeclaration
  const own = dossier.documents.filter(({ kind }) => !isLaterDocument(kind))
  const [handedIn, onFile] = await Promise.all([
    documentsOfReturn(db(), dossierId, { requestedAt }).then(withPages),
    withPages(currentDocuments(own)),
  ])
  return {
    applicantKind: dossier.applicantKind,
    declaredNumber: declaredNumber(dossier.declaration as DraftDeclaration),
    holder: holder?.name ?? '',
    representative: holder?.representative ?? '',
    number: dossier.number,
    needed: returnDocuments(dossier),
    handedIn,
    onFile,
  }
}

function withPages(documents: readonly DocumentModel[]): Promise<ShownDocument[]> {
  return Promise.all(documents.map(async (document) => ({ ...document, pages: await pageCount(document) })))
}
