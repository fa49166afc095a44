import { afterAll, beforeAll, expect, test } from 'vitest'
import { nameFor, setNow } from '@/lib/domains/names-under-test'
import type { UserActor } from '@/lib/kernel/actor'
import { systemClock } from '@/lib/kernel/clock'
import { localTime } from '@/lib/kernel/days'
import { newId } from '@/lib/kernel/ids'
import { must } from '@/lib/kernel/result'
import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { zoneById } from '@/lib/policy/resolver'
import { applyPolicyJob } from './apply.job'
import { draftVersion } from './draft.command'
import { publishVersion } from './publish.command'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await setNow(database, new Date('2026-12-01T12:00:00Z'))
})
afterAll(() => database.drop())

const operator = (): UserActor => ({
  ...{ kind: 'user', userId: newId(), roles: ['OPERATOR'], address: '', secondFactor: true },
  steppedUpAt: systemClock.now(),
})

test('R-VN-07 a published version moves no date of a name whose renewal is at the registry', async () => {
  const expiresAt = new Date('2027-08-01T12:00:00Z')
  const name = () => nameFor({ zone: 'com', expiresAt })
  const [renewing, still] = [await name(), await name()]
  const underWay = { renewingId: newId(), nextTransitionAt: null, nextNoticeAt: null }
  await db().domain.update({ where: { id: renewing }, data: underWay })
  const changes = { registrar: { notices: { beforeExpiry: [120, 7] } } }
  const wanted = { zone: 'com', base: '2020-01-01', from: '2027-06-01', reason: 'a decision', changes }
  const { draftId } = must(await execute(draftVersion, wanted, { actor: operator() }))
  const { contentHash } = await db().policyVersion.findUniqueOrThrow({ where: { id: draftId } })
  must(await execute(publishVersion, { draftId, contentHash }, { actor: operator() }))
  await businessNow()
  await applyPolicyJob.run({ versionId: draftId })
  expect(await db().domain.findUnique({ where: { id: renewing } })).toMatchObject(underWay)
  expect(await db().domain.findUnique({ where: { id: still } })).toMatchObject({
    nextNoticeAt: localTime('2027-04-03', '09:00', zoneById('com').timeZone),
  })
  expect(await db().policyRun.findUnique({ where: { versionId: draftId } })).toMatchObject({
    due: 1,
    done: 1,
  })
})
