/** `npm run migrate`: brings the database of DATABASE_URL up to date. */
import { orStop } from './or-stop'
import { migrateAll } from './stack/database'

const url = process.env.DATABASE_URL
if (!url) {
  process.stderr.write('DATABASE_URL is not set: set it to postgresql://user:password@host:port/database\n')
  process.exit(1)
}
await orStop(async () => {
  const applied = await migrateAll(url)
  process.stdout.write(applied.length > 0 ? `applied: ${applied.join(', ')}\n` : 'nothing to apply\n')
})
