/** What the desk sees: the queue in its order, and one dossier whole. */
import { isId } from '@/lib/kernel/ids'
import { db } from '@/lib/platform/db'
import {
  type Declaration,
  type DraftDeclaration,
  firstOpenStep,
  readDeclaration,
} from '../declare/declaration.rule'
import { pageCount } from '../documents/picture'
import { currentDocuments } from '../dossier.store'
import type { DossierStatus } from '../lifecycle'
import { type ReviewState, decideAccept, decideReviewer } from './review.rule'
import type { Refusal } from '@/lib/kernel/result'
import { zoneById } from '@/lib/policy/resolver'

const PAGE_SIZE = 50

export interface QueueRow {
  readonly id: string
  readonly number: string | null
  readonly nameUnicode: string
  readonly applicantKind: 'INDIVIDUAL' | 'ORGANISATION' | null
  readonly status: DossierStatus
  readonly filedAt: Date | null
  readonly paidAt: Date | null
  readonly isOwn: boolean
  readonly isMine: boolean
}

export interface QueueView {
  readonly rows: readonly QueueRow[]
  readonly next: string | null
  readonly waiting: number
  /** The dossier this agent has taken, if any. */
  readonly mine: string | null
}

/** The dossiers that wait or are under review, in the order of filing. */
export async function queueView(agentId: string, after?: string): Promise<QueueView> {
  const from = isId(after)
    ? await db().dossier.findUnique({ where: { id: after }, select: { filedAt: true } })
    : null
  const later = from?.filedAt && {
    OR: [{ filedAt: { gt: from.filedAt } }, { filedAt: from.filedAt, id: { gt: after } }],
  }
  const [rows, waiting, mine] = await Promise.all([
    db().dossier.findMany({
      where: { status: { in: ['FILED', 'IN_REVIEW'] }, ...later },
      orderBy: [{ filedAt: 'asc' }, { id: 'asc' }],
      take: PAGE_SIZE + 1,
    }),
    db().dossier.count({ where: { status: 'FILED' } }),
    db().dossier.findFirst({ where: { reviewerId: agentId, status: 'IN_REVIEW' }, select: { id: true } }),
  ])
  const shown = rows.slice(0, PAGE_SIZE).map((row) => ({
    ...row,
    isOwn: row.ownerId === agentId,
    isMine: row.reviewerId === agentId && row.status === 'IN_REVIEW',
  }))
  const next = rows.length > PAGE_SIZE ? (shown.at(-1)?.id ?? null) : null
  return { rows: shown, next, waiting, mine: mine?.id ?? null }
}

export interface ReviewDocument {
  readonly id: string
  readonly kind: string
  readonly version: number
  readonly fileName: string
  readonly mediaType: string
  readonly pages: number
  readonly uploadedAt: Date
  readonly verdict: {
    readonly verdict: 'ACCEPTED' | 'REJECTED'
    readonly reason: string | null
    readonly note: string | null
  } | null
}

export interface ReviewView {
  readonly id: string
  readonly number: string | null
  readonly nameAscii: string
  readonly nameUnicode: string
  readonly timeZone: string
  readonly status: DossierStatus
  readonly filedAt: Date | null
  readonly paidAt: Date | null
  readonly years: number
  readonly declaration: Declaration | null
  readonly identityChecked: boolean
  readonly documents: readonly ReviewDocument[]
  /** Documents of earlier versions, for comparison. */
  readonly earlier: readonly { readonly id: string; readonly kind: string; readonly version: number }[]
  /** Why this agent may not act on it; null when they may. */
  readonly barred: Refusal | null
  /** Why it cannot be accepted yet; null when it can. */
  readonly acceptBarred: Refusal | null
  readonly requests: readonly {
    readonly askedAt: Date
    readonly answeredAt: Date | null
    readonly answer: string | null
  }[]
}

/** One dossier as the desk reviews it; null when there is none or it was never filed. */
export async function reviewView(agentId: string, dossierId: string): Promise<ReviewView | null> {
  if (!isId(dossierId)) return null
  const row = await db().dossier.findFirst({
    where: { id: dossierId, filedAt: { not: null } },
    include: {
      documents: { include: { verdicts: { orderBy: { id: 'desc' }, take: 1 } } },
      requests: { orderBy: { id: 'desc' } },
    },
  })
  if (!row) return null
  const current = currentDocuments(row.documents)
  const documents = await Promise.all(
    current.map(async (document) => ({
      ...document,
      verdict: document.verdicts[0] ?? null,
      pages: await pageCount(document),
    })),
  )
  const state: ReviewState = {
    ...row,
    documents: documents.map(({ kind, verdict }) => ({ kind, verdict: verdict?.verdict ?? null })),
  }
  const reviewer = decideReviewer(state, agentId)
  const accept = decideAccept(state, agentId)
  const draft = row.declaration as DraftDeclaration
  return {
    ...row,
    timeZone: zoneById(row.zone).timeZone,
    declaration: firstOpenStep(draft) ? null : readDeclaration(draft),
    documents,
    earlier: row.documents.filter((document) => !current.includes(document)),
    barred: reviewer.ok ? null : reviewer.refusal,
    acceptBarred: accept.ok ? null : accept.refusal,
  }
}
