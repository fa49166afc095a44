/** What the database tests of dossiers share: people, drafts that are complete, documents on file. */
import '@/lib/wiring'
import { provideRegistry, type RegistryAnswer } from '@/lib/domains/registry-port'
import type { Role, UserActor } from '@/lib/kernel/actor'
import { systemClock } from '@/lib/kernel/clock'
import { legalDay } from '@/lib/kernel/days'
import { newId } from '@/lib/kernel/ids'
import { must, type Result } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { shownTerms, termsAt } from '@/lib/policy/terms'
import type { DraftDeclaration } from './declare/declaration.rule'
import { startDossier } from './declare/draft.command'
import { attachDocument } from './documents/attach.command'
import { acceptDossier } from './review/decide.command'
import { compareIdentity, giveVerdict } from './review/check.command'
import { takeNext } from './review/take.command'
import { fileDossier } from './submit/file.command'

/** What the registry says of every name in this test. */
export function registrySays(answer: RegistryAnswer): void {
  provideRegistry({ check: async () => answer })
}

/** A user with a confirmed mail address, acting. */
export async function person(role?: Role): Promise<UserActor> {
  const userId = newId()
  const now = systemClock.now()
  await db().user.create({
    data: {
      id: userId,
      email: `${userId}@example.com`,
      name: 'Nguyễn Văn Thử',
      locale: 'en',
      emailVerified: now,
      createdAt: now,
      ...(role && { roles: { create: { role, grantedAt: now } } }),
    },
  })
  return {
    kind: 'user',
    userId,
    roles: role ? [role] : [],
    address: '192.0.2.7',
    secondFactor: role !== undefined,
  }
}

export const IDENTITY = '079185001234'

/** A complete declaration of an individual who files for themselves. */
export const DECLARATION: DraftDeclaration = {
  applicant: { applicantKind: 'individual', filedBy: 'self', years: '2' },
  holder: {
    name: 'Nguyễn Văn Thử',
    identityNumber: IDENTITY,
    birthDate: '1985-04-12',
    street: '12 Lê Lợi',
    city: 'TP. Hồ Chí Minh',
    country: 'VN',
    email: 'thu@example.com',
    phone: '0912345678',
  },
  contacts: { 'admin.from': 'holder', 'tech.from': 'holder', 'billing.from': 'holder' },
  'name-servers': { mode: 'parking' },
}

/** Attaches the record of a stored file; the file itself is the upload tests' matter. */
export async function attach(owner: UserActor, dossierId: string, kind = 'identity-card'): Promise<string> {
  const file = {
    dossierId,
    kind,
    fileName: `${kind}.pdf`,
    mediaType: 'application/pdf',
    size: 1000,
    sha256: 'a'.repeat(64),
    storageKey: newId(),
  }
  return must(await execute(attachDocument, file, { actor: owner })).documentId
}

/** A draft that lacks nothing but the filing. */
export async function completeDraft(
  owner: UserActor,
  name: string,
  declaration: DraftDeclaration = DECLARATION,
): Promise<string> {
  const { dossierId } = must(await execute(startDossier, { name }, { actor: owner }))
  await db().dossier.update({ where: { id: dossierId }, data: { declaration, years: 2 } })
  await attach(owner, dossierId)
  return dossierId
}

/** Files a draft with the terms in force. */
export function file(
  owner: UserActor,
  dossierId: string,
): Promise<Result<{ number: string; invoiceId: string }>> {
  const terms = shownTerms(termsAt(legalDay(systemClock.now(), 'Asia/Ho_Chi_Minh')), 'en')
  const input = { dossierId, termsVersion: terms.version, locale: 'en', accepted: 'on' }
  return execute(fileDossier, input, { actor: owner })
}

let front = Date.parse('2026-01-01')

/** Makes a dossier the oldest of all, so that it is the next one whatever others wait. */
export async function toTheFront(dossierId: string): Promise<void> {
  front -= 1000
  await db().dossier.update({ where: { id: dossierId }, data: { filedAt: new Date(front) } })
}

/** Takes a dossier as the next one, accepts its documents and the dossier itself. */
export async function reviewAndAccept(agent: UserActor, dossierId: string): Promise<void> {
  await toTheFront(dossierId)
  must(await execute(takeNext, {}, { actor: agent }))
  const documents = await db().document.findMany({ where: { dossierId, removedAt: null } })
  for (const document of documents) {
    const verdict = { dossierId, documentId: document.id, verdict: 'ACCEPTED' }
    must(await execute(giveVerdict, verdict, { actor: agent }))
  }
  must(await execute(compareIdentity, { dossierId, number: IDENTITY }, { actor: agent }))
  must(await execute(acceptDossier, { dossierId }, { actor: agent }))
}

/** A name nobody else in this file uses. */
export function freshName(suffix = 'vn'): string {
  return `thu-${newId().slice(-12)}.${suffix}`
}
