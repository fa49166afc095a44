import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { alone, closeLocks } from './alone'
import { testDatabase, type TestDatabase } from './test-database'

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => {
  await closeLocks()
  await database.drop()
})

/** Work at a key that has begun, and goes on until it is let go. */
async function underWay(key: string) {
  let letGo = () => {}
  const gate = new Promise<void>((open) => {
    letGo = open
  })
  const ended = await new Promise<{ result: Promise<boolean> }>((begun) => {
    const result = alone(key, async () => {
      begun({ result })
      await gate
    })
  })
  return { ...ended, letGo }
}

test('one works at a key at a time; when it has ended, the next may', async () => {
  const { result: first, letGo } = await underWay('domain:1')
  const none = vi.fn(async () => {})
  expect(await alone('domain:1', none)).toBe(false)
  expect(none).not.toHaveBeenCalled()
  letGo()
  expect(await first).toBe(true)
  expect(await alone('domain:1', none)).toBe(true)
})

test('another session that works at the key is waited for', async () => {
  await database.query('SELECT pg_advisory_lock(hashtextextended($1, 1))', ['domain:2'])
  expect(await alone('domain:2', async () => {})).toBe(false)
  await database.query('SELECT pg_advisory_unlock(hashtextextended($1, 1))', ['domain:2'])
  expect(await alone('domain:2', async () => {})).toBe(true)
})

test('many keys at once ask the session one after another, also after work that failed', async () => {
  const warned = vi.fn()
  process.on('warning', warned)
  const done = await Promise.allSettled(
    Array.from({ length: 50 }, (_, index) =>
      alone(`many:${index}`, async () => {
        if (index % 7 === 0) throw new Error('failed')
      }),
    ),
  )
  process.off('warning', warned)
  expect(warned).not.toHaveBeenCalled()
  expect(done.filter(({ status }) => status === 'rejected')).toHaveLength(8)
  expect(done.filter((entry) => entry.status === 'fulfilled' && entry.value)).toHaveLength(42)
  expect(await alone('many:0', async () => {})).toBe(true)
})

test('a session that is cut, or never came about, is followed by another', async () => {
  const { result: cut, letGo } = await underWay('domain:3')
  await database.query(
    `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid()
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  )
  letGo()
  await expect(cut).rejects.toThrow()
  const connect = vi.spyOn(pg.Client.prototype, 'connect').mockRejectedValueOnce(new Error('down') as never)
  await expect(alone('domain:3', async () => {})).rejects.toThrow('down')
  expect(await alone('domain:3', async () => {})).toBe(true)
  connect.mockRestore()
})
