import { afterAll, beforeAll, expect, test } from 'vitest'
import { localTime } from '@/lib/kernel/days'
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { nameFor, setNow } from '../names-under-test'
import { reconsiderNames } from './reconsider.command'
import { sweepDue } from './sweep.job'

const VN = 'Asia/Ho_Chi_Minh'
let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const reconsider = (stamp: string) =>
  execute(reconsiderNames, { stamp }, { actor: { kind: 'clock' } }).then(must)
const rowOf = (id: string) => db().domain.findUniqueOrThrow({ where: { id } })

test('R-NS-33 newly published holidays put names after their expiry back on the list, once', async () => {
  const suspended = await nameFor({ zone: 'vn', expiresAt: localTime('2026-11-20', '09:00', VN) })
  const active = await nameFor({ zone: 'vn', expiresAt: localTime('2027-11-20', '09:00', VN) })
  await setNow(database, localTime('2026-11-28', '10:00', VN))
  await sweepDue.sweep()
  expect(await reconsider('as at the first start')).toEqual({ names: 0 })
  expect(await reconsider('as at the first start')).toEqual({ names: 0 })
  const { nextTransitionAt: promised, version } = await rowOf(suspended)
  const before = await rowOf(active)

  // As a date computed from other holidays would stand there.
  await db().domain.update({
    where: { id: suspended },
    data: { nextTransitionAt: localTime('2027-03-01', '00:00', VN) },
  })
  expect(await reconsider('a year was published')).toEqual({ names: 1 })
  expect(await reconsider('a year was published')).toEqual({ names: 0 })
  await sweepDue.sweep()
  expect(await rowOf(suspended)).toMatchObject({ nextTransitionAt: promised, version, status: 'SUSPENDED' })
  expect(await rowOf(active)).toEqual(before)
})
