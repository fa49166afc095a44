/** What an applicant sees of their applications. Everything is scoped to the owner. */
import { isId } from '@/lib/kernel/ids'
import type { Money } from '@/lib/kernel/money'
import { isCurrency, money } from '@/lib/kernel/money'
import {
  byName,
  type Cursor,
  type ListBounds,
  nameStart,
  newestFirst,
  type Page,
  type Reach,
  readPage,
} from '@/lib/kernel/page'
import { ok, type Result } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import type { RequiredDocument } from '@/lib/policy/documents.rule'
import { periodsOf } from '@/lib/policy/effective'
import { type QuoteLine, quoteRegistration } from '@/lib/policy/fees.rule'
import { versionAt, versionId, zoneById } from '@/lib/policy/resolver'
import { decideSyntax } from '@/lib/policy/syntax.rule'
import { readName } from './availability.query'
import type { Step } from './declare/declaration.input'
import { type DraftDeclaration, faultsOf, firstOpenStep, stepsOf } from './declare/declaration.rule'
import { currentDocuments } from './dossier.store'
import type { DossierStatus } from './lifecycle'
import { documentsFor, missingUploads } from './submit/complete.rule'
import { queuePlace } from './submit/receipt'

const PAGE_SIZE = 20

export interface ApplicationRow {
  readonly id: string
  readonly number: string | null
  readonly nameAscii: string
  readonly nameUnicode: string
  readonly status: DossierStatus
  readonly createdAt: Date
  readonly filedAt: Date | null
  readonly paidAt: Date | null
  readonly dueAt: Date | null
}

/** What narrows the list of applications, and from where it is read on. */
export interface ApplicationFilter {
  readonly status?: DossierStatus
  /** How the name begins, in Unicode or as an A-label. */
  readonly start?: string
  readonly cursor?: Cursor
}

/** The applicant's dossiers, newest first, or by name when a beginning is asked for. */
export function applicationListView(
  userId: string,
  filter: ApplicationFilter = {},
): Promise<Page<ApplicationRow>> {
  const { status, cursor } = filter
  const start = nameStart(filter.start ?? '')
  const own = { ownerId: userId, ...(status && { status }) }
  return readPage(cursor, PAGE_SIZE, async (reach) => {
    const bounds: ListBounds = start ? byName(reach, start, await placeOf(userId, reach)) : newestFirst(reach)
    const rows = await db().dossier.findMany({ ...bounds, where: { ...own, ...bounds.where } })
    return rows.map((row) => ({ ...row, dueAt: row.nextTransitionAt }))
  })
}

/** Where a list by name is read on from; null when that row is not there any more. */
function placeOf(userId: string, { from }: Reach) {
  if (!from) return null
  return db().dossier.findFirst({
    where: { id: from, ownerId: userId },
    select: { id: true, nameUnicode: true },
  })
}

export interface YearsQuote {
  readonly years: number
  readonly lines: readonly QuoteLine[]
}

export interface StartView {
  readonly nameAscii: string
  readonly nameUnicode: string
  /** The policy version behind the prices, such as `vn@2023-06-01`. */
  readonly policy: string
  /** One for each number of years that may be chosen, ascending. */
  readonly quotes: readonly YearsQuote[]
}

/** What a name costs when filed at `at`, by years. Refuses what cannot be a name here, and `fee-unknown`. */
export function startView(text: string, at: Date): Result<StartView> {
  const found = readName(text)
  if (!found.ok) return found
  const syntax = decideSyntax(found.value)
  if (!syntax.ok) return syntax
  const { zone, name } = found.value
  const version = versionAt(zone, at)
  const { registerMin, registerMax } = periodsOf(version).value
  const quotes: YearsQuote[] = []
  for (let years = registerMin; years <= registerMax; years++) {
    const lines = quoteRegistration(found.value, version, years, at)
    if (!lines.ok) return lines
    quotes.push({ years, lines: lines.value })
  }
  return ok({ nameAscii: name.ascii, nameUnicode: name.unicode, policy: versionId(zone, version), quotes })
}

export interface ApplicationDocument {
  readonly id: string
  readonly kind: string
  readonly version: number
  readonly fileName: string
  readonly mediaType: string
  readonly size: number
  readonly uploadedAt: Date
  readonly verdict: {
    readonly verdict: 'ACCEPTED' | 'REJECTED'
    readonly reason: string | null
    readonly note: string | null
  } | null
}

export interface ApplicationView {
  readonly id: string
  readonly number: string | null
  readonly nameAscii: string
  readonly nameUnicode: string
  readonly zone: string
  readonly timeZone: string
  readonly status: DossierStatus
  readonly years: number
  readonly savedAt: Date
  readonly filedAt: Date | null
  readonly paidAt: Date | null
  readonly decidedAt: Date | null
  /** Until when something is expected of the applicant. */
  readonly dueAt: Date | null
  readonly ground: string | null
  readonly groundNote: string | null
  readonly isEditable: boolean
  readonly canWithdraw: boolean
  readonly draft: DraftDeclaration
  readonly steps: readonly { readonly step: Step; readonly isComplete: boolean }[]
  readonly firstOpenStep: Step | undefined
  readonly required: readonly RequiredDocument[]
  readonly missing: readonly string[]
  readonly documents: readonly ApplicationDocument[]
  readonly place: number | null
  readonly claim: { readonly takenAt: Date; readonly dossierHash: string } | null
  readonly request: ApplicationRequest | null
  readonly invoice: {
    readonly id: string
    readonly number: string
    readonly status: string
    readonly total: Money
  } | null
  readonly hold: { readonly heldAt: Date; readonly allotmentSlotAt: Date; readonly status: string } | null
  readonly history: readonly { readonly to: string; readonly command: string; readonly at: Date }[]
}

export interface ApplicationRequest {
  readonly askedAt: Date
  readonly dueAt: Date
  readonly answeredAt: Date | null
  readonly reasons: readonly { readonly reason: string; readonly about: string; readonly note?: string }[]
}

function readDossier(userId: string, dossierId: string) {
  return db().dossier.findFirst({
    where: { id: dossierId, ownerId: userId },
    include: {
      documents: { include: { verdicts: { orderBy: { id: 'desc' }, take: 1 } } },
      requests: { orderBy: { id: 'desc' }, take: 1 },
      claim: true,
      events: { orderBy: { version: 'asc' } },
    },
  })
}
type Row = NonNullable<Awaited<ReturnType<typeof readDossier>>>

/** One application in full; null when there is none of this user's with that id. */
export async function applicationView(userId: string, dossierId: string): Promise<ApplicationView | null> {
  const row = isId(dossierId) ? await readDossier(userId, dossierId) : null
  if (!row) return null
  const [place, invoice, hold] = await Promise.all([
    ['FILED', 'IN_REVIEW'].includes(row.status) ? queuePlace(db(), row) : null,
    row.invoiceId ? db().invoice.findUnique({ where: { id: row.invoiceId } }) : null,
    db().domain.findUnique({ where: { dossierId: row.id } }),
  ])
  const { request, ...declared } = { ...declaredPart(row), request: requestOf(row) }
  return {
    ...declared,
    request,
    place,
    invoice: invoice && { ...invoice, total: amount(invoice) },
    hold: hold && { heldAt: hold.heldAt, allotmentSlotAt: hold.allotmentSlotAt, status: hold.status },
    canWithdraw: ['FILED', 'IN_REVIEW', 'ACTION_NEEDED', 'ACCEPTED'].includes(row.status) && !hold,
    history: row.events.map(({ to, command, at }) => ({ to, command, at })),
  }
}

function declaredPart(row: Row) {
  const zone = zoneById(row.zone)
  const version = versionAt(zone, row.filedAt ?? row.savedAt)
  const draft = row.declaration as DraftDeclaration
  const documents = currentDocuments(row.documents)
  const attached = documents.map((document) => document.kind)
  const { id, number, nameAscii, nameUnicode, status, years, savedAt, filedAt, paidAt, decidedAt } = row
  return {
    ...{ id, number, nameAscii, nameUnicode, status, years, savedAt, filedAt, paidAt, decidedAt },
    zone: row.zone,
    timeZone: zone.timeZone,
    dueAt: row.nextTransitionAt,
    ground: row.ground,
    groundNote: row.groundNote,
    isEditable: status === 'DRAFT' || status === 'ACTION_NEEDED',
    draft,
    steps: stepsOf(draft).map((step) => ({ step, isComplete: faultsOf(draft, step).length === 0 })),
    firstOpenStep: firstOpenStep(draft),
    required: documentsFor(draft, version),
    missing: missingUploads(draft, attached, version).map((document) => document.kind),
    documents: documents.map((document) => ({ ...document, verdict: document.verdicts[0] ?? null })),
    claim: row.claim && { takenAt: row.claim.takenAt, dossierHash: row.claim.dossierHash },
  }
}

function requestOf(row: Row): ApplicationRequest | null {
  const request = row.requests[0]
  if (!request) return null
  return { ...request, reasons: request.reasons as unknown as ApplicationRequest['reasons'] }
}

function amount({ total, currency }: { total: bigint; currency: string }): Money {
  if (!isCurrency(currency)) throw new Error(`unknown currency ${currency}`)
  return money(total, currency)
}
