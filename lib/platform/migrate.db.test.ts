import { mkdtempSync, rmSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requireMigrated } from './migrate'
import { type TestDatabase, testDatabase } from './test-database'

let database: TestDatabase
const dir = mkdtempSync(join(tmpdir(), 'tenure-migrations-'))
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => {
  await database.drop()
  rmSync(dir, { recursive: true })
})

test('a database with every migration passes', async () => {
  await expect(requireMigrated(database.url)).resolves.toBeUndefined()
})

test('one that lacks a migration does not, and the fix is named', async () => {
  await mkdir(join(dir, '29990101000000_later'))
  await writeFile(join(dir, '29990101000000_later', 'migration.sql'), 'SELECT 1')
  await expect(requireMigrated(database.url, dir)).rejects.toThrow(/29990101000000_later.*npm run migrate/)
})

test('one that is down passes: it may come up later', async () => {
  await expect(requireMigrated('postgresql://nobody@127.0.0.1:1/nothing')).resolves.toBeUndefined()
})
