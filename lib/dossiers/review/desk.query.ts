/** What the desk sees: the queue in its order, and one dossier whole. */
import { hasRole, type UserActor } from '@/lib/kernel/actor'
import { systemClock } from '@/lib/kernel/clock'
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
import { decideAccept, decideReviewer, decideTakeOver, type ReviewState } from './review.rule'
import { takenOverFrom } from './review.store'
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
  /** Who reviews it, and since when; null while it waits. */
  readonly review: ReviewInHand | null
}

export interface ReviewInHand {
  readonly agent: string
  readonly since: Date
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
  const names = await agentNames(rows.map((row) => row.reviewerId))
  const shown = rows.slice(0, PAGE_SIZE).map((row) => ({
    ...row,
    review: reviewInHand(row, names),
    isOwn: row.ownerId === agentId,
    isMine: row.reviewerId === agentId && row.status === 'IN_REVIEW',
  }))
  const next = rows.length > PAGE_SIZE ? (shown.at(-1)?.id ?? null) : null
  return { rows: shown, next, waiting, mine: mine?.id ?? null }
}

interface Reviewed {
  readonly status: DossierStatus
  readonly reviewerId: string | null
  readonly reviewTakenAt: Date | null
}

function reviewInHand(row: Reviewed, names: ReadonlyMap<string, string>): ReviewInHand | null {
  const { status, reviewerId, reviewTakenAt } = row
  if (status !== 'IN_REVIEW' || !reviewerId || !reviewTakenAt) return null
  return { agent: names.get(reviewerId) ?? '', since: reviewTakenAt }
}

async function agentNames(ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))]
  const users = await db().user.findMany({ where: { id: { in: known } }, select: { id: true, name: true } })
  return new Map(users.map(({ id, name }) => [id, name]))
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
  /** Who reviews it, and since when. */
  readonly review: ReviewInHand | null
  /** Another agent has it: why this one may not take it over, null when they may. Absent otherwise. */
  readonly takeOver?: { readonly barred: Refusal | null }
  /** Why it cannot be accepted yet; null when it can. */
  readonly acceptBarred: Refusal | null
  readonly requests: readonly {
    readonly askedAt: Date
    readonly answeredAt: Date | null
    readonly answer: string | null
  }[]
}

/** One dossier as the desk reviews it; null when there is none or it was never filed. */
export async function reviewView(agent: UserActor, dossierId: string): Promise<ReviewView | null> {
  if (!isId(dossierId)) return null
  const agentId = agent.userId
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
    takenOverFrom: await takenOverFrom(db(), dossierId),
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
    review: reviewInHand(row, await agentNames([row.reviewerId])),
    ...takingOver(row, agent),
    acceptBarred: accept.ok ? null : accept.refusal,
  }
}

/** Whether this agent may take over what another has; nothing when nobody else has it. */
function takingOver(
  row: Reviewed & { readonly ownerId: string; readonly reviewTouchedAt: Date | null },
  agent: UserActor,
): Pick<ReviewView, 'takeOver'> {
  if (row.status !== 'IN_REVIEW' || row.reviewerId === agent.userId) return {}
  const by = { agentId: agent.userId, isOperator: hasRole(agent, 'OPERATOR') }
  const decided = decideTakeOver({ ...row, touchedAt: row.reviewTouchedAt }, by, systemClock.now())
  return { takeOver: { barred: decided.ok ? null : decided.refusal } }
}
