import type { WorkerUtils } from 'graphile-worker'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { testDatabase, type TestDatabase } from './test-database'
import { WorkerLocks } from './worker-locks'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const held = async () => {
  const rows = await database.query(
    `SELECT count(*)::int AS count FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ShareLock'
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  )
  return rows[0]?.count
}

test('workers that are made at once register one after another; their locks end with the session', async () => {
  const warned = vi.fn()
  process.on('warning', warned)
  const locks = await WorkerLocks.open(database.url, () => undefined)
  await Promise.all(['a', 'b', 'c', 'd'].map((id) => locks.register(id)))
  process.off('warning', warned)
  expect(warned).not.toHaveBeenCalled()
  expect(await held()).toBe(4)
  const forceUnlockWorkers = vi.fn()
  expect(await locks.releaseDead({ forceUnlockWorkers } as unknown as WorkerUtils)).toEqual([])
  expect(forceUnlockWorkers).not.toHaveBeenCalled()
  await locks.close()
  await expect.poll(held).toBe(0)
})
