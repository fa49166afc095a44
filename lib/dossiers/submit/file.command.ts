import { may } from '@/lib/access/permissions'
import { queueMessage } from '@/lib/audit/outbox'
import { recordAudit } from '@/lib/audit/record'
import { issueInvoice } from '@/lib/billing/invoice/issue'
import type { RegistryAnswer } from '@/lib/domains/registry-port'
import { actorUserId } from '@/lib/kernel/actor'
import { legalDay } from '@/lib/kernel/days'
import { newId } from '@/lib/kernel/ids'
import { money } from '@/lib/kernel/money'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { defineCommand } from '@/lib/platform/define-command'
import { takePoint } from '@/lib/platform/rate-limit'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { quoteRegistration } from '@/lib/policy/fees.rule'
import type { ZoneVersion } from '@/lib/policy/policy'
import { contentHash, type NameInZone, versionAt } from '@/lib/policy/resolver'
import { shownTerms, termsAt } from '@/lib/policy/terms'
import { askRegistry, availabilityIn, readName } from '../availability.query'
import type { Declaration, DraftDeclaration } from '../declare/declaration.rule'
import {
  currentDocuments,
  type Dossier,
  dossierHash,
  lockOwnDossier,
  moveDossier,
  takeClaim,
} from '../dossier.store'
import { decideComplete } from './complete.rule'
import { passUnreviewed } from './pass'
import { receiptNumber } from './receipt'
import { fileInput } from './submit.input'

const PER_USER = { name: 'file', points: 60, seconds: 3600 }

interface Prepared {
  readonly registry: RegistryAnswer
}

/**
 * Files a dossier: checks it whole, takes the claim on the name, records the acceptance of the terms, issues
 * the invoice. First come, first served is the claim's row: of two filings one finds the name claimed
 * (R-NS-03, R-NS-05, R-NS-06).
 */
export const fileDossier = defineCommand({
  name: 'dossiers.file',
  permit: may('dossier.apply'),
  input: fileInput,
  limit: (actor) => takePoint(PER_USER, [actorUserId(actor) ?? '']),
  async prepare(actor, { dossierId }): Promise<Result<Prepared>> {
    const own = await db().dossier.findFirst({
      where: { id: dossierId, ownerId: actorUserId(actor) ?? '' },
      select: { nameAscii: true },
    })
    if (!own) return refuse('not-found')
    const found = readName(own.nameAscii)
    if (!found.ok) return found
    return ok({ registry: await askRegistry(found.value) })
  },
  async run(uow, input, { registry }) {
    const locked = await lockOwnDossier(uow, input.dossierId)
    if (!locked.ok) return locked
    const dossier = locked.value
    if (dossier.status !== 'DRAFT') return refuse('not-now', { params: { status: dossier.status } })
    const found = readName(dossier.nameAscii)
    if (!found.ok) return found
    const version = versionAt(found.value.zone, uow.now)
    const checked = await checkWhole(uow, dossier, found.value, version, registry)
    if (!checked.ok) return checked
    const accepted = await acceptTerms(uow, dossier, found.value, input)
    if (!accepted.ok) return accepted
    return claimAndFile(uow, {
      dossier,
      found: found.value,
      version,
      termsHash: accepted.value,
      ...checked.value,
    })
  },
})

interface Checked {
  readonly declaration: Declaration
  readonly documents: readonly { kind: string; version: number; sha256: string }[]
}

/** Everything that does not depend on who is first. */
async function checkWhole(
  uow: UnitOfWork,
  dossier: Dossier,
  found: NameInZone,
  version: ZoneVersion,
  registry: RegistryAnswer,
): Promise<Result<Checked>> {
  const user = await uow.tx.user.findUniqueOrThrow({ where: { id: dossier.ownerId } })
  if (!user.emailVerified) return refuse('email-not-confirmed')
  const all = await uow.tx.document.findMany({ where: { dossierId: dossier.id } })
  const documents = currentDocuments(all)
  const attached = documents.map((document) => document.kind)
  const day = legalDay(uow.now, found.zone.timeZone)
  const draft = dossier.declaration as DraftDeclaration
  const complete = decideComplete({ nameAscii: dossier.nameAscii, draft, attached, day }, version)
  if (!complete.ok) return complete
  const { applicantKind: kind } = complete.value
  const free = await availabilityIn(uow.tx, found, registry, { kind, dossierId: dossier.id })
  if (!free.ok) return free
  return ok({ declaration: complete.value, documents })
}

/** Records which text was accepted, in which language, when and from where (R-HO-08); the text's hash. */
async function acceptTerms(
  uow: UnitOfWork,
  dossier: Dossier,
  { zone }: NameInZone,
  { termsVersion, locale }: { termsVersion: string; locale: string },
): Promise<Result<string>> {
  const terms = shownTerms(termsAt(legalDay(uow.now, zone.timeZone)), locale)
  if (terms.version !== termsVersion) return refuse('terms-changed', { rule: 'R-HO-08', field: 'accepted' })
  const textHash = terms.hash
  await uow.tx.termsAcceptance.create({
    data: {
      id: newId(),
      dossierId: dossier.id,
      userId: dossier.ownerId,
      termsVersion,
      locale: terms.locale,
      textHash,
      acceptedAt: uow.now,
      address: uow.actor.kind === 'user' ? uow.actor.address : uow.actor.kind,
    },
  })
  return ok(textHash)
}

interface ToFile extends Checked {
  readonly dossier: Dossier
  readonly found: NameInZone
  readonly version: ZoneVersion
  readonly termsHash: string
}

async function claimAndFile(uow: UnitOfWork, filing: ToFile) {
  const { dossier, found, version, declaration, documents, termsHash } = filing
  const limit = await withinClaimLimit(uow, dossier.ownerId, version)
  if (!limit.ok) return limit
  const hash = dossierHash({
    nameAscii: dossier.nameAscii,
    declaration: dossier.declaration,
    documents: documents.map(({ kind, version: number, sha256 }) => ({ kind, version: number, sha256 })),
    termsHash,
  })
  if (!(await takeClaim(uow, dossier, hash))) {
    return refuse('availability-claimed', {
      rule: 'R-NS-06',
      field: 'name',
      params: { name: dossier.nameUnicode },
    })
  }
  const number = receiptNumber(legalDay(uow.now, found.zone.timeZone))
  const moved = await moveDossier(uow, dossier, 'file', {
    number,
    filedAt: uow.now,
    applicantKind: declaration.applicantKind === 'individual' ? 'INDIVIDUAL' : 'ORGANISATION',
    filedBy: declaration.filedBy === 'self' ? 'SELF' : 'DELEGATE',
    years: declaration.years,
    policyFrom: version.from.value,
    policyHash: contentHash(version),
  })
  if (!moved.ok) return moved
  return invoiceAndTell(uow, { dossier: moved.value, found, version, number })
}

/** One registrant may not block names at will: open claims are limited (the registrar's parameter). */
async function withinClaimLimit(
  uow: UnitOfWork,
  ownerId: string,
  version: ZoneVersion,
): Promise<Result<unknown>> {
  await uow.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`claims:${ownerId}`}, 0))`
  const open = await uow.tx.nameClaim.count({ where: { ownerId, endedAt: null } })
  const limit = version.registrar.claim.openPerRegistrant.value
  return open < limit ? ok() : refuse('too-many-claims', { params: { limit } })
}

async function invoiceAndTell(
  uow: UnitOfWork,
  {
    dossier,
    found,
    version,
    number,
  }: { dossier: Dossier; found: NameInZone; version: ZoneVersion; number: string },
) {
  const quote = quoteRegistration(found, version, dossier.years, uow.now)
  if (!quote.ok) return quote
  const about = { subjectType: 'dossier', subjectId: dossier.id }
  const params = { name: dossier.nameUnicode, number, path: `/applications/${dossier.id}` }
  await queueMessage(uow, {
    ...about,
    userId: dossier.ownerId,
    template: 'dossier-filed',
    params,
    dedupeKey: `filed:${dossier.id}`,
  })
  const invoice = await issueInvoice(uow, {
    ...about,
    customerId: dossier.ownerId,
    lines: quote.value.map((line) => ({
      kind: line.kind,
      params: { name: dossier.nameUnicode, ...(line.years && { years: line.years }) },
      amount: money(line.amount.minor, line.amount.currency),
      source: line.rule,
    })),
  })
  if (!invoice.ok) return invoice
  await uow.tx.dossier.update({ where: { id: dossier.id }, data: { invoiceId: invoice.value.invoiceId } })
  await recordAudit(uow, { action: 'dossiers.file', ...about, data: { number } })
  const passed = await passUnreviewed(uow, dossier.id, version)
  if (!passed.ok) return passed
  return ok({ dossierId: dossier.id, number, invoiceId: invoice.value.invoiceId })
}
