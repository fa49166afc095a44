/** Before any database test: one throw-away cluster with the migrated template on it. */
import { cluster, templateOn } from './test-database'

/** vitest's global set-up. `TEST_DATABASE_URL` given from outside names another server, such as PostgreSQL 15. */
export default async function setup(): Promise<void> {
  process.env.TEST_DATABASE_URL ??= (await cluster()).url()
  await templateOn(process.env.TEST_DATABASE_URL)
}
