/**
 * What the demonstration's agents do. The desk takes dossiers in strict order (R-NS-05), so a dossier that
 * somebody else was quicker to file or to take is left to them.
 */
import { compareIdentity, giveVerdict } from '@/lib/dossiers/review/check.command'
import { acceptDossier, askForMore, refuseDossier } from '@/lib/dossiers/review/decide.command'
import { putBack, takeNext } from '@/lib/dossiers/review/take.command'
import type { UserActor } from '@/lib/kernel/actor'
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { begun } from './applicant'
import type { DemoApplication } from './applications'
import { AGENT, SECOND_AGENT } from './parties'
import { actorOf } from './scene'

interface Taken {
  readonly actor: UserActor
  readonly dossierId: string
}

async function take(application: DemoApplication, email: string): Promise<Taken | null> {
  const actor = await actorOf(email)
  const { dossierId } = await begun(application)
  const { status, reviewerId } = await db().dossier.findUniqueOrThrow({ where: { id: dossierId } })
  if (status === 'IN_REVIEW') return reviewerId === actor.userId ? { actor, dossierId } : null
  const busy = await db().dossier.count({ where: { status: 'IN_REVIEW', reviewerId: actor.userId } })
  if (status !== 'FILED' || busy > 0) return null
  const taken = must(await execute(takeNext, {}, { actor }))
  if (taken.dossierId === dossierId) return { actor, dossierId }
  must(await execute(putBack, { dossierId: taken.dossierId }, { actor }))
  return null
}

/** Takes it and leaves it under review. */
export async function takeIt(application: DemoApplication): Promise<void> {
  await take(application, SECOND_AGENT)
}

/** Accepts each document, compares the identity number (R-NS-13) and accepts the dossier. */
export async function acceptIt(application: DemoApplication): Promise<void> {
  const taken = await take(application, AGENT)
  if (!taken) return
  const { actor, dossierId } = taken
  await judge(taken, { verdict: 'ACCEPTED' })
  const number = application.declaration.holder?.identityNumber
  if (number) must(await execute(compareIdentity, { dossierId, number }, { actor }))
  must(await execute(acceptDossier, { dossierId }, { actor }))
}

/** Asks for a better copy, with a typed reason. */
export async function askIt(application: DemoApplication): Promise<void> {
  const taken = await take(application, AGENT)
  if (!taken) return
  const { actor, dossierId } = taken
  await judge(taken, { verdict: 'REJECTED', reason: 'unreadable' })
  const note = 'The number on the copy cannot be read. Photograph the card again, without a flash.'
  const reasons = [{ reason: 'unreadable', about: 'identity-card', note }]
  must(await execute(askForMore, { dossierId, reasons }, { actor }))
}

/** Refuses on a ground of R-NS-07: the number on the copy is another than the declared one (R-NS-13). */
export async function refuseIt(application: DemoApplication): Promise<void> {
  const taken = await take(application, AGENT)
  if (!taken) return
  const { actor, dossierId } = taken
  await judge(taken, { verdict: 'REJECTED', reason: 'number-differs' })
  const note = 'Số trên bản sao là của một thẻ khác, không trùng với số đã khai.'
  must(await execute(refuseDossier, { dossierId, ground: 'information-unclear', note }, { actor }))
}

async function judge(
  { actor, dossierId }: Taken,
  verdict: { verdict: 'ACCEPTED' | 'REJECTED'; reason?: string },
): Promise<void> {
  const documents = await db().document.findMany({ where: { dossierId, removedAt: null } })
  for (const { id: documentId } of documents) {
    const idempotencyKey = `demo:${documentId}`
    must(await execute(giveVerdict, { dossierId, documentId, ...verdict }, { actor, idempotencyKey }))
  }
}
