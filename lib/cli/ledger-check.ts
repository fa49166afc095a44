/** `npm run ledger:check`: proves the books. Exits with 1 and a line for each fault. */
import { checkBooks } from '@/lib/billing/ledger/check'
import { closeDb, db } from '@/lib/platform/db'
import { orStop } from './or-stop'
import { joinRunningPortal } from './stack/running'

await orStop(joinRunningPortal)
const faults = await checkBooks(db())
for (const fault of faults)
  process.stdout.write(`${typeof fault === 'string' ? fault : JSON.stringify(fault)}\n`)
process.stdout.write(faults.length === 0 ? 'the books are right\n' : `${faults.length} faults\n`)
await closeDb()
process.exit(faults.length === 0 ? 0 : 1)
