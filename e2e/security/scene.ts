/** A registrant with a draft, a filed dossier, a registered name and an invoice; an agent; an operator. */
import { deliver, openCheckoutOf, webhookBody } from '@/lib/billing/billing-under-test'
import { Readable } from 'node:stream'
import { nameFor } from '@/lib/domains/names-under-test'
import { orderReclaim } from '@/lib/domains/orders/reclaim.command'
import { suspendViolation } from '@/lib/domains/orders/violation.command'
import { acceptAuthorisation } from '@/lib/domains/authorise/accept.command'
import { emailOf, grant, organisationName } from '@/lib/dossiers/authorise/authorisations-under-test'
import { AUTHORISATION_DOCUMENT } from '@/lib/dossiers/documents/document.input'
import { samplePdf } from '@/lib/dossiers/documents/sample-files'
import { uploadDocument } from '@/lib/dossiers/documents/upload'
import {
  completeDraft,
  DECLARATION,
  file,
  freshName,
  IDENTITY,
  person,
  registrySays,
  reviewAndAccept,
} from '@/lib/dossiers/dossiers-under-test'
import { askRenewal } from '@/lib/domains/renew/ask.command'
import { putBack, takeNext } from '@/lib/dossiers/review/take.command'
import type { UserActor } from '@/lib/kernel/actor'
import { systemClock } from '@/lib/kernel/clock'
import { addDays, legalDay } from '@/lib/kernel/days'
import { newId } from '@/lib/kernel/ids'
import { must } from '@/lib/kernel/result'
import { moveClock } from '@/lib/operations/move-clock.command'
import { draftVersion } from '@/lib/operations/policies/draft.command'
import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { eventually } from '../faults/story'
import type { Ids } from './routes'

export interface Scene {
  readonly ids: Ids
  /** A handed-in file of the draft, and one of the filed dossier: both are really stored. */
  readonly documents: { readonly draftId: string; readonly filedId: string }
  /** What belongs to the owner alone: nobody else's answer may hold any of it. */
  readonly secrets: readonly string[]
  readonly owner: UserActor
  /** May renew the organisation's name of the owner's, and nothing else. */
  readonly contact: UserActor
  readonly agent: UserActor
  readonly operator: UserActor
}

/** Sets the scene on a running portal, through the portal's own commands. */
export async function setScene(): Promise<Scene> {
  registrySays('free')
  const [owner, agent, operator] = [await person(), await person('AGENT'), await person('OPERATOR')]
  const mark = newId().slice(-12)
  const holder = { ...DECLARATION.holder, name: `陳美玲 ${mark}`, email: `kin-${mark}@example.net` }
  const declaration = { ...DECLARATION, holder }
  const registered = await registeredName(owner, agent, declaration)
  const draftId = await completeDraft(owner, freshName(), declaration)
  const filedId = await completeDraft(owner, freshName('com.vn'), declaration)
  const documents = {
    draftId: await handInFile(owner, draftId, `nhap-${mark}.pdf`),
    filedId: await handInFile(owner, filedId, `nop-${mark}.pdf`),
  }
  const filed = must(await file(owner, filedId))
  const { name, dossierId } = registered
  const { id: nameId } = await db().domain.findUniqueOrThrow({ where: { dossierId } })
  const renewal = { items: [{ domainId: nameId, years: 1 }] }
  const { renewalId } = must(await execute(askRenewal, renewal, { actor: owner }))
  const { contact, written, ...authorisations } = await authorised(owner)
  const message = await db().message.findFirstOrThrow({ where: { userId: owner.userId } })
  const ids = {
    draftId,
    filedId,
    name,
    invoiceId: filed.invoiceId,
    reviewId: filedId,
    messageId: message.id,
    policyDraftId: await policyDraft(operator),
    nameId,
    renewalId,
    ...authorisations,
    ...(await ordersAndRun(agent)),
  }
  const own = await db().dossier.findMany({ where: { ownerId: owner.userId } })
  const invoices = await db().invoice.findMany({ where: { customerId: owner.userId } })
  const secrets = [
    mark,
    IDENTITY,
    `${owner.userId}@example.com`,
    ...own.flatMap((dossier) => [dossier.nameAscii, dossier.number ?? []]).flat(),
    ...own.map((dossier) => dossier.id),
    ...invoices.flatMap((invoice) => [invoice.id, invoice.number]),
    ...Object.values(documents),
    message.id,
    ...[written, await emailOf(contact), authorisations.otherName, authorisations.organisationName],
  ]
  if (!secrets.includes(dossierId)) throw new Error('the registered dossier is missing')
  return { ids, documents, secrets, owner, contact, agent, operator }
}

/** A contact who may renew for the owner's organisation, and another organisation that the owner may renew for. */
async function authorised(owner: UserActor) {
  const [contact, other] = [await person(), await person()]
  const given = await authorisation(owner, contact)
  const taken = await authorisation(other, owner)
  const offer = await authorisation(other, owner)
  for (const [by, { authorisationId }] of [
    [contact, given],
    [owner, taken],
  ] as const) {
    must(await execute(acceptAuthorisation, { authorisationId }, { actor: by }))
  }
  const renewal = { items: [{ domainId: taken.id, years: 1 }] }
  const { renewalId } = must(await execute(askRenewal, renewal, { actor: owner }))
  return {
    contact,
    written: given.documentId,
    organisationName: given.name,
    organisationNameId: given.id,
    authorisationId: given.authorisationId,
    offerId: offer.authorisationId,
    otherName: taken.name,
    otherNameId: taken.id,
    otherRenewalId: renewalId,
  }
}

/** Offers somebody to renew a name of an organisation, with a written authorisation that is really stored. */
async function authorisation(by: UserActor, to: UserActor) {
  const grantor = { ...by, steppedUpAt: systemClock.now() }
  const { id, name, dossierId } = await organisationName(by)
  const documentId = await handInFile(by, dossierId, 'uy-quyen.pdf', AUTHORISATION_DOCUMENT)
  const today = legalDay(await businessNow(), 'Asia/Ho_Chi_Minh')
  const days = { fromDay: today, untilDay: addDays(today, 365) }
  const wanted = { domainIds: [id], documentId, email: await emailOf(to), ...days }
  const { authorisationId } = must(await grant(grantor, wanted))
  return { id, name, documentId, authorisationId }
}

/** Orders on somebody else's name, and a run of the sweep. */
async function ordersAndRun(agent: UserActor) {
  const { userId } = await person()
  const now = await businessNow()
  const inAYear = new Date(now.getTime() + 365 * 86_400_000)
  const orderOn = async (command: typeof suspendViolation | typeof orderReclaim, reason: string) => {
    const id = await nameFor({ zone: 'vn', expiresAt: inAYear, ownerId: userId })
    const { nameAscii } = await db().domain.findUniqueOrThrow({ where: { id } })
    const order = { name: nameAscii, reason, reference: 'A05-17/2026', urgency: 'at-once' }
    return must(await execute(command as typeof suspendViolation, order, { actor: agent })).orderId
  }
  const runId = newId()
  await db().sweepRun.create({
    data: {
      ...{ id: runId, startedAt: now, beganAt: systemClock.now(), endedAt: systemClock.now() },
      ...{ due: 3, done: 3, failed: 0, steps: { expire: 3 } },
    },
  })
  const reclaimId = await orderOn(orderReclaim, 'authority-decision')
  const suspensionId = await orderOn(suspendViolation, 'phishing')
  await eventually('the suspension', async () => {
    const order = await db().nameOrder.findUnique({ where: { id: suspensionId } })
    return order?.state === 'DONE'
  })
  return { reclaimId, suspensionId, runId }
}

/** A draft of the next version of .com, on a day that no other scene takes. */
async function policyDraft(operator: UserActor): Promise<string> {
  const drafts = await db().policyVersion.count()
  const draft = { zone: 'com', base: '2020-01-01', from: `${2090 - drafts}-01-01`, reason: 'Longer grace' }
  const changes = { registry: { lifeAfterExpiry: { graceDays: 40 } } }
  return must(await execute(draftVersion, { ...draft, changes }, { actor: operator })).draftId
}

/** A name that is the owner's: filed, reviewed, paid, held, and allotted by moving the clock. */
export async function registeredName(
  owner: UserActor,
  agent: UserActor,
  declaration = DECLARATION,
): Promise<{ name: string; dossierId: string }> {
  const name = freshName()
  const dossierId = await completeDraft(owner, name, declaration)
  const { invoiceId } = must(await file(owner, dossierId))
  await takeThis(agent, dossierId)
  await reviewAndAccept(agent, dossierId)
  await payOutside(invoiceId)
  const { allotmentSlotAt } = await db().domain.findUniqueOrThrow({ where: { dossierId } })
  const target = new Date(allotmentSlotAt.getTime() + 60_000).toISOString()
  must(await execute(moveClock, { target }, { actor: { kind: 'setup' } }))
  await eventually(
    'the name',
    async () => (await db().domain.findUnique({ where: { dossierId } }))?.status === 'ACTIVE',
  )
  return { name, dossierId }
}

/** The provider's word that an invoice is paid. */
export async function payOutside(invoiceId: string): Promise<void> {
  const invoice = await db().invoice.findUniqueOrThrow({ where: { id: invoiceId } })
  must(await deliver(webhookBody({ reference: await openCheckoutOf(invoiceId), amount: invoice.total })))
}

/** Hands a real file in; its document's id. */
export async function handInFile(
  owner: UserActor,
  dossierId: string,
  fileName: string,
  kind = 'identity-card',
) {
  const stream = Readable.from([samplePdf(`Specimen ${fileName}`)])
  return must(await uploadDocument({ dossierId, kind, fileName, stream }, { actor: owner })).documentId
}

/**
 * Has an agent take one certain dossier. The desk gives the oldest first, so other agents take what stands
 * before it, and put that back afterwards.
 */
export async function takeThis(agent: UserActor, dossierId: string): Promise<void> {
  const others: { helper: UserActor; dossierId: string }[] = []
  for (;;) {
    const helper = await person('AGENT')
    const taken = must(await execute(takeNext, {}, { actor: helper }))
    if (taken.dossierId !== dossierId) {
      others.push({ helper, dossierId: taken.dossierId })
      continue
    }
    must(await execute(putBack, { dossierId }, { actor: helper }))
    break
  }
  must(await execute(takeNext, {}, { actor: agent }))
  for (const { helper, dossierId: other } of others) {
    must(await execute(putBack, { dossierId: other }, { actor: helper }))
  }
}
