import { afterAll, beforeAll, expect, test } from 'vitest'
import { nameFor } from '@/lib/domains/names-under-test'
import type { UserActor } from '@/lib/kernel/actor'
import { newId } from '@/lib/kernel/ids'
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import type { RegistryCommandState } from '@/lib/platform/generated/enums'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { exceptionCounts } from '@/lib/operations/exceptions/counts.query'
import { journalExceptions } from '@/lib/operations/exceptions/registry.query'
import { sendEffectAgain } from './send-again.command'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const operator: UserActor = {
  ...{ kind: 'user', userId: newId(), roles: ['OPERATOR'], address: '', secondFactor: true },
}
const sendAgain = (commandId: string, actor = operator) => execute(sendEffectAgain, { commandId }, { actor })
const journal = (id: string) =>
  db().registryCommand.findMany({ where: { subjectId: id }, orderBy: { sequence: 'asc' } })

interface Lived {
  readonly status: string
  readonly violation?: boolean
  readonly renewing?: boolean
}

/** A name at some point of its life, straight in the tables. */
async function named({ status, violation = false, renewing = false }: Lived): Promise<string> {
  const id = await nameFor({ zone: 'vn', expiresAt: new Date('2027-06-01T02:00:00Z') })
  await db().$transaction([
    db().$executeRaw`SET LOCAL session_replication_role = replica`,
    db().$executeRaw`
      UPDATE domain SET status = ${status}::"DomainStatus",
        violation_since = CASE WHEN ${violation} THEN held_at END,
        renewing_id = CASE WHEN ${renewing} THEN id END,
        open_name = CASE WHEN ${status} = 'RELEASED' THEN NULL ELSE open_name END
      WHERE id = ${id}::uuid`,
  ])
  return id
}

async function command(subjectId: string, kind: string, state: RegistryCommandState = 'REFUSED') {
  const sequence = (await journal(subjectId)).length + 1
  const { nameAscii: name } = await db().domain.findUniqueOrThrow({ where: { id: subjectId } })
  const queuedAt = new Date('2026-12-01T00:00:00Z')
  const said = state === 'REFUSED' && { code: 2305, message: 'Object association prohibits operation' }
  const id = newId()
  await db().registryCommand.create({
    data: {
      ...{ id, registry: 'vnnic', kind, subjectType: 'domain', subjectId, sequence, payload: { name } },
      ...{ state, attempts: 1, queuedAt, ...said },
    },
  })
  return id
}

test.each<[string, string, Lived, boolean]>([
  ['R-NS-29', 'domain-hold', { status: 'SUSPENDED' }, true],
  ['R-NS-29', 'domain-hold', { status: 'ACTIVE' }, false],
  ['R-NS-37', 'domain-hold', { status: 'ACTIVE', violation: true }, true],
  ['R-NS-37', 'domain-unhold', { status: 'ACTIVE' }, true],
  ['R-NS-37', 'domain-unhold', { status: 'ACTIVE', violation: true }, false],
  ['R-HO-10', 'domain-delete', { status: 'REDEMPTION' }, true],
  ['R-HO-10', 'domain-delete', { status: 'ACTIVE' }, false],
  ['R-VN-07', 'domain-delete', { status: 'REDEMPTION', renewing: true }, false],
  ['R-NS-38', 'domain-release', { status: 'RELEASED' }, true],
  ['R-NS-16', 'contact-update', { status: 'ACTIVE' }, false],
])('%s a refused %s of a name that is %j is an exception: %s', async (_rule, kind, life, isLost) => {
  const before = (await exceptionCounts()).registry
  const id = await command(await named(life), kind)
  expect((await exceptionCounts()).registry - before).toBe(isLost ? 1 : 0)
  const shown = (await journalExceptions('lost')).items.map((row) => row.id)
  expect(shown.includes(id)).toBe(isLost)
  expect((await journalExceptions('refused')).items.find((row) => row.id === id)).toMatchObject({ isLost })
  expect((await sendAgain(id)).ok).toBe(isLost)
})

test('R-NS-38 sent again once, as a new row of the journal; then it waits for its answer', async () => {
  const domainId = await named({ status: 'RELEASED' })
  const refusedId = await command(domainId, 'domain-release')
  const before = (await exceptionCounts()).registry
  const sent = await Promise.all([sendAgain(refusedId), sendAgain(refusedId)])
  const [one, other] = sent.map((result) => must(result).commandId)
  expect(one).toBe(other)
  expect(await journal(domainId)).toMatchObject([
    { id: refusedId, state: 'REFUSED', code: 2305 },
    { id: one, state: 'QUEUED', kind: 'domain-release', repeatsId: refusedId, sequence: 2, attempts: 0 },
  ])
  expect((await exceptionCounts()).registry).toBe(before - 1)
  const jobs = await database.query('SELECT 1 FROM graphile_worker.jobs WHERE key = $1', [
    `registry:domain:${domainId}`,
  ])
  expect(jobs).toHaveLength(1)
  const audits = await db().auditEvent.findMany({ where: { subjectId: domainId } })
  expect(audits).toMatchObject([
    { action: 'registry.send-again', data: { clTRID: one, repeats: refusedId, kind: 'domain-release' } },
  ])
  await db().registryCommand.update({ where: { id: one }, data: { state: 'REFUSED', code: 2305 } })
  expect(must(await sendAgain(one!)).commandId).not.toBe(one)
})

test('R-NS-04 a name that somebody has here anew is never released again', async () => {
  const domainId = await named({ status: 'RELEASED' })
  const id = await command(domainId, 'domain-release')
  const { nameAscii } = await db().domain.findUniqueOrThrow({ where: { id: domainId } })
  await nameFor({ zone: 'vn', expiresAt: new Date('2028-06-01T02:00:00Z'), nameAscii })
  expect(await sendAgain(id)).toMatchObject({ refusal: { code: 'registry-effect-overtaken' } })
  expect(await journal(domainId)).toHaveLength(1)
})

test('a later command takes an effect’s place, one that was never sent does not', async () => {
  const domainId = await named({ status: 'SUSPENDED' })
  const id = await command(domainId, 'domain-hold')
  await command(domainId, 'domain-unhold', 'NOT_SENT')
  expect((await journalExceptions('lost')).items.map((row) => row.id)).toContain(id)
  await command(domainId, 'domain-hold', 'DONE')
  expect((await journalExceptions('lost')).items.map((row) => row.id)).not.toContain(id)
  expect(await sendAgain(id)).toMatchObject({ refusal: { code: 'registry-effect-overtaken' } })
})

test('only what was refused is sent again, and only by an operator', async () => {
  const domainId = await named({ status: 'RELEASED' })
  const open = await command(domainId, 'domain-release', 'UNKNOWN')
  expect(await sendAgain(open)).toMatchObject({ refusal: { code: 'registry-not-refused' } })
  expect(await sendAgain(newId())).toMatchObject({ refusal: { code: 'not-found' } })
  expect(await sendAgain(open, { ...operator, roles: ['AGENT'] })).toMatchObject({
    refusal: { code: 'not-permitted' },
  })
})
