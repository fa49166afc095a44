import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UserActor } from '@/lib/kernel/actor'
import { systemClock } from '@/lib/kernel/clock'
import { must } from '@/lib/kernel/result'
import { reviewsUnderWay } from '@/lib/operations/exceptions/reviews.query'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import {
  completeDraft,
  file,
  freshName,
  IDENTITY,
  person,
  registrySays,
  toTheFront,
} from '../dossiers-under-test'
import { queuePlace } from '../submit/receipt'
import { compareIdentity, giveVerdict } from './check.command'
import { acceptDossier, refuseDossier } from './decide.command'
import { queueView, reviewView } from './desk.query'
import { putBack, takeNext } from './take.command'
import { freeReview, takeOverReview } from './take-over.command'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  registrySays('free')
})
afterAll(() => database.drop())

/** A dossier under review by a new agent. */
async function underReview(): Promise<{ dossierId: string; first: UserActor; owner: UserActor }> {
  const [owner, first] = [await person(), await person('AGENT')]
  const dossierId = await completeDraft(owner, freshName())
  must(await file(owner, dossierId))
  await toTheFront(dossierId)
  expect(must(await execute(takeNext, {}, { actor: first })).dossierId).toBe(dossierId)
  return { dossierId, first, owner }
}

/** Makes it look untouched for a number of minutes. */
async function leave(dossierId: string, minutes: number): Promise<void> {
  const reviewTouchedAt = new Date(systemClock.now().getTime() - minutes * 60_000)
  await db().dossier.update({ where: { id: dossierId }, data: { reviewTouchedAt } })
}

const takeOver = (actor: UserActor, dossierId: string) => execute(takeOverReview, { dossierId }, { actor })
const refuseIt = (actor: UserActor, dossierId: string) =>
  execute(refuseDossier, { dossierId, ground: 'part-missing', note: 'missing' }, { actor })

test('a review left for half an hour is taken over, with history and audit; the first agent’s word is late', async () => {
  const { dossierId, first } = await underReview()
  const second = await person('AGENT')
  expect(await takeOver(second, dossierId)).toMatchObject({
    refusal: { code: 'review-not-left', params: { minutes: 30 } },
  })
  await leave(dossierId, 31)
  must(await takeOver(second, dossierId))
  const events = await db().dossierEvent.findMany({ where: { dossierId }, orderBy: { version: 'desc' } })
  expect(events[0]).toMatchObject({ command: 'take-over', to: 'IN_REVIEW', data: { from: first.userId } })
  const audit = await db().auditEvent.findMany({
    where: { subjectId: dossierId, action: 'dossiers.take-over' },
  })
  expect(audit).toMatchObject([{ actorId: second.userId, data: { from: first.userId } }])
  for (const late of [
    refuseIt,
    (actor: UserActor, id: string) => execute(putBack, { dossierId: id }, { actor }),
  ]) {
    expect(await late(first, dossierId)).toMatchObject({ refusal: { code: 'review-taken-over' } })
  }
  expect(await execute(acceptDossier, { dossierId }, { actor: first })).toMatchObject({
    refusal: { code: 'review-taken-over' },
  })
  must(await refuseIt(second, dossierId))
})

test('each act on it counts as touching it', async () => {
  const { dossierId, first } = await underReview()
  const second = await person('AGENT')
  const { id: documentId } = await db().document.findFirstOrThrow({ where: { dossierId } })
  await leave(dossierId, 40)
  must(await execute(giveVerdict, { dossierId, documentId, verdict: 'ACCEPTED' }, { actor: first }))
  expect(await takeOver(second, dossierId)).toMatchObject({ refusal: { code: 'review-not-left' } })
  await leave(dossierId, 40)
  must(await execute(compareIdentity, { dossierId, number: IDENTITY }, { actor: first }))
  expect(await takeOver(second, dossierId)).toMatchObject({ refusal: { code: 'review-not-left' } })
  await leave(dossierId, 40)
  must(await takeOver(second, dossierId))
  // The number is compared anew; the verdict stands.
  expect(await execute(acceptDossier, { dossierId }, { actor: second })).toMatchObject({
    refusal: { code: 'identity-not-compared' },
  })
})

test('taking over and the first agent’s decision at once: one of them, never both', async () => {
  for (let round = 0; round < 5; round++) {
    const { dossierId, first } = await underReview()
    const second = await person('AGENT')
    await leave(dossierId, 31)
    const both = await Promise.all([takeOver(second, dossierId), refuseIt(first, dossierId)])
    expect(both.filter((result) => result.ok)).toHaveLength(1)
    if (both[0].ok) must(await execute(putBack, { dossierId }, { actor: second }))
    await db().dossier.update({ where: { id: dossierId }, data: { filedAt: new Date('2030-01-01') } })
  }
})

test('an agent who is an operator takes over at any time; one who has a dossier in hand does not', async () => {
  const { dossierId } = await underReview()
  const busy = await underReview()
  const both = await person('AGENT')
  await leave(dossierId, 31)
  expect(await takeOver(busy.first, dossierId)).toMatchObject({ refusal: { code: 'review-in-hand' } })
  await leave(dossierId, 0)
  must(await takeOver({ ...both, roles: ['AGENT', 'OPERATOR'] }, dossierId))
})

test('an operator puts it back at its place; the agent’s decision after that is refused', async () => {
  const { dossierId, first } = await underReview()
  const operator = await person('OPERATOR')
  expect(await execute(freeReview, { dossierId }, { actor: first })).toMatchObject({
    refusal: { code: 'not-permitted' },
  })
  expect(await takeOver(operator, dossierId)).toMatchObject({ refusal: { code: 'not-permitted' } })
  must(await execute(freeReview, { dossierId }, { actor: operator }))
  const dossier = await db().dossier.findUniqueOrThrow({ where: { id: dossierId } })
  expect(dossier).toMatchObject({ status: 'FILED', reviewerId: null })
  expect(await queuePlace(db(), dossier)).toBe(1)
  expect(await refuseIt(first, dossierId)).toMatchObject({
    refusal: { code: 'not-in-review', params: { status: 'FILED' } },
  })
  expect(await execute(freeReview, { dossierId }, { actor: operator })).toMatchObject({
    refusal: { code: 'not-in-review' },
  })
})

test('the desk and the operator see who has it and since when', async () => {
  const { dossierId, first } = await underReview()
  const second = await person('AGENT')
  const { name } = await db().user.findUniqueOrThrow({ where: { id: first.userId } })
  const row = (await queueView(second.userId)).rows.find((entry) => entry.id === dossierId)
  expect(row?.review).toMatchObject({ agent: name, since: expect.any(Date) })
  const view = await reviewView(second, dossierId)
  expect(view).toMatchObject({
    review: { agent: name },
    barred: { code: 'taken-by-other' },
    takeOver: { barred: { code: 'review-not-left' } },
  })
  expect(await reviewView(first, dossierId)).not.toHaveProperty('takeOver')
  const left = async () => (await reviewsUnderWay('left')).items.map((entry) => entry.id)
  expect(await left()).not.toContain(dossierId)
  await leave(dossierId, 31)
  expect(await left()).toContain(dossierId)
  expect((await reviewView(second, dossierId))?.takeOver).toEqual({ barred: null })
})
