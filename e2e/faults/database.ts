/** A database of its own for the tests of one file, in a process of its own: the environment is read once. */
import { test as base } from '@playwright/test'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'

/** Makes the `test` of one file. A new worker fixture each time, so that no two files share a process. */
export function testWithDatabase() {
  return base.extend<object, { database: TestDatabase }>({
    database: [
      // Playwright reads the names of the fixtures that this one needs from its first parameter.
      async ({}, use) => {
        const database = await testDatabase()
        await use(database)
        await database.drop()
      },
      { scope: 'worker', timeout: 120_000 },
    ],
  })
}
