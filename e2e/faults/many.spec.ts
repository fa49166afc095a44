import { expect } from '@playwright/test'
import { setNow } from '@/lib/domains/names-under-test'
import { sweepDue } from '@/lib/domains/sweep/sweep.job'
import { localTime } from '@/lib/kernel/days'
import { manyNames } from '../bench/names'
import { testWithDatabase } from './database'

const test = testWithDatabase()

const COUNT = 10_000
const VN = 'Asia/Ho_Chi_Minh'

test('R-NS-29 R-NS-33 ten thousand names due in one slot are suspended, each once', async ({ database }) => {
  const slot = localTime('2024-06-03', '16:30', VN)
  const expiresAt = localTime('2024-06-01', '00:00', VN)
  await manyNames(database, {
    count: COUNT,
    lot: 'n',
    status: 'EXPIRED',
    expiresAt,
    nextTransitionAt: slot,
  })
  await setNow(database, new Date(slot.getTime() + 60_000))
  expect(await sweepDue.sweep()).toBe(COUNT)
  expect(await sweepDue.sweep()).toBe(0)
  const done = await database.query(
    `SELECT d.status::text, count(*)::int AS names, count(e.*)::int AS events,
         (SELECT count(*)::int FROM registry_command WHERE kind = 'domain-hold') AS holds
       FROM domain d LEFT JOIN domain_event e ON e.domain_id = d.id AND e.command = 'suspend' GROUP BY d.status`,
  )
  expect(done).toEqual([{ status: 'SUSPENDED', names: COUNT, events: COUNT, holds: COUNT }])
  const runs = await database.query('SELECT due, done, failed, steps FROM sweep_run')
  expect(runs).toEqual([{ due: COUNT, done: COUNT, failed: 0, steps: { suspend: COUNT } }])
})
