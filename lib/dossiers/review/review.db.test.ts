import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UserActor } from '@/lib/kernel/actor'
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import {
  attach,
  completeDraft,
  file,
  freshName,
  IDENTITY,
  person,
  registrySays,
  toTheFront,
} from '../dossiers-under-test'
import { answerRequest, lapseDossier } from '../submit/follow.command'
import { queuePlace } from '../submit/receipt'
import { compareIdentity, giveVerdict } from './check.command'
import { acceptDossier, askForMore, refuseDossier } from './decide.command'
import { putBack, takeNext } from './take.command'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  registrySays('free')
})
afterAll(() => database.drop())
async function filed(owner: UserActor): Promise<string> {
  const dossierId = await completeDraft(owner, freshName())
  must(await file(owner, dossierId))
  return dossierId
}

/** Makes a dossier the oldest of all, so that it is the next one, and takes it. */
async function take(agent: UserActor, dossierId: string): Promise<void> {
  await toTheFront(dossierId)
  expect(must(await execute(takeNext, {}, { actor: agent })).dossierId).toBe(dossierId)
}

test('R-NS-05 dossiers are taken strictly in the order of filing, one at a time, never twice', async () => {
  const owner = await person()
  const order = [await filed(owner), await filed(owner), await filed(owner)]
  const agents = [await person('AGENT'), await person('AGENT'), await person('AGENT')]
  const taken = await Promise.all(agents.map((agent) => execute(takeNext, {}, { actor: agent })))
  const ids = taken.map((result) => must(result).dossierId)
  expect(new Set(ids)).toEqual(new Set(order))
  const again = must(await execute(takeNext, {}, { actor: agents[0]! }))
  expect(again.dossierId).toBe(ids[0])
  expect(await execute(takeNext, {}, { actor: await person('AGENT') })).toMatchObject({
    refusal: { code: 'queue-empty' },
  })
})

test('an agent without the second factor, and a registrant, may not review', async () => {
  const agent = await person('AGENT')
  expect(await execute(takeNext, {}, { actor: { ...agent, secondFactor: false } })).toMatchObject({
    refusal: { code: 'not-permitted' },
  })
  expect(await execute(takeNext, {}, { actor: await person() })).toMatchObject({
    refusal: { code: 'not-permitted' },
  })
})

test('an agent never gets their own dossier', async () => {
  const agent = await person('AGENT')
  const own = await filed(agent)
  await toTheFront(own)
  expect(await execute(takeNext, {}, { actor: agent })).toMatchObject({ refusal: { code: 'queue-empty' } })
  const other = await person('AGENT')
  await take(other, own)
  await db().dossier.update({ where: { id: own }, data: { reviewerId: agent.userId } })
  expect(await execute(acceptDossier, { dossierId: own }, { actor: agent })).toMatchObject({
    refusal: { code: 'own-dossier' },
  })
})

test('R-NS-13 accepting needs a verdict on each document and the identity number compared', async () => {
  const [owner, agent] = [await person(), await person('AGENT')]
  const dossierId = await filed(owner)
  await take(agent, dossierId)
  const accept = () => execute(acceptDossier, { dossierId }, { actor: agent })
  expect(await accept()).toMatchObject({ refusal: { code: 'verdict-missing' } })
  const document = await db().document.findFirstOrThrow({ where: { dossierId } })
  const verdict = { dossierId, documentId: document.id }
  expect(await execute(giveVerdict, { ...verdict, verdict: 'REJECTED' }, { actor: agent })).toMatchObject({
    refusal: { code: 'reason-needed' },
  })
  must(
    await execute(giveVerdict, { ...verdict, verdict: 'REJECTED', reason: 'unreadable' }, { actor: agent }),
  )
  expect(await accept()).toMatchObject({ refusal: { code: 'document-rejected', rule: 'R-NS-07' } })
  must(await execute(giveVerdict, { ...verdict, verdict: 'ACCEPTED' }, { actor: agent }))
  expect(await accept()).toMatchObject({ refusal: { code: 'identity-not-compared', rule: 'R-NS-13' } })
  expect(
    await execute(compareIdentity, { dossierId, number: '079185001235' }, { actor: agent }),
  ).toMatchObject({
    refusal: { code: 'identity-differs', rule: 'R-NS-13' },
  })
  must(await execute(compareIdentity, { dossierId, number: '079 185 001 234' }, { actor: agent }))
  must(await accept())
  expect(IDENTITY).toBe('079185001234')
  expect(await db().message.count({ where: { subjectId: dossierId, template: 'payment-asked' } })).toBe(1)
})

test('two agents cannot decide the same dossier', async () => {
  const [owner, first, second] = [await person(), await person('AGENT'), await person('AGENT')]
  const dossierId = await filed(owner)
  await take(first, dossierId)
  const refuse = (agent: UserActor) =>
    execute(refuseDossier, { dossierId, ground: 'part-missing', note: 'missing' }, { actor: agent })
  expect(await refuse(second)).toMatchObject({ refusal: { code: 'taken-by-other' } })
  const both = await Promise.all([refuse(first), refuse(first)])
  expect(both.filter((result) => result.ok)).toHaveLength(1)
})

test('R-NS-07 a refusal names its ground, ends the claim and credits the invoice', async () => {
  const [owner, agent] = [await person(), await person('AGENT')]
  const dossierId = await filed(owner)
  await take(agent, dossierId)
  const input = { dossierId, ground: 'information-unclear', note: 'The address cannot be found.' }
  must(await execute(refuseDossier, input, { actor: agent }))
  const dossier = await db().dossier.findUniqueOrThrow({ where: { id: dossierId }, include: { claim: true } })
  expect(dossier).toMatchObject({ status: 'REFUSED', ground: 'information-unclear' })
  expect(dossier.claim).toMatchObject({ openName: null, endReason: 'refuse' })
  expect(await db().invoice.findFirst({ where: { subjectId: dossierId } })).toMatchObject({
    status: 'CREDITED',
  })
  const mail = await db().message.findFirstOrThrow({
    where: { subjectId: dossierId, template: 'dossier-refused' },
  })
  expect(mail.params).toMatchObject({ ground: 'information-unclear', note: 'The address cannot be found.' })
})

test('R-NS-05 an answered request returns to its old place in the order', async () => {
  const [owner, agent] = [await person(), await person('AGENT')]
  const dossierId = await filed(owner)
  await take(agent, dossierId)
  const reasons = [{ reason: 'unreadable', about: 'identity-card' }]
  must(await execute(askForMore, { dossierId, reasons }, { actor: agent }))
  await filed(owner)
  await attach(owner, dossierId)
  must(await execute(answerRequest, { dossierId, answer: 'A new scan.' }, { actor: owner }))
  const dossier = await db().dossier.findUniqueOrThrow({ where: { id: dossierId } })
  expect(dossier.status).toBe('FILED')
  expect(await queuePlace(db(), dossier)).toBe(1)
  expect(must(await execute(takeNext, {}, { actor: agent })).dossierId).toBe(dossierId)
  must(await execute(putBack, { dossierId }, { actor: agent }))
})

test('a request not answered in ten days ends the claim; one day before it does not', async () => {
  const [owner, agent] = [await person(), await person('AGENT')]
  const dossierId = await filed(owner)
  await take(agent, dossierId)
  const reasons = [{ reason: 'outdated', about: 'identity-card' }]
  must(await execute(askForMore, { dossierId, reasons }, { actor: agent }))
  const lapse = () => execute(lapseDossier, { dossierId }, { actor: { kind: 'clock' } })
  expect(must(await lapse())).toMatchObject({ lapsed: false })
  await db().dossier.update({ where: { id: dossierId }, data: { nextTransitionAt: new Date('2026-01-02') } })
  expect(must(await lapse())).toMatchObject({ lapsed: true })
  expect(await db().nameClaim.findFirst({ where: { dossierId } })).toMatchObject({ endReason: 'lapse' })
})
