/** A process that sweeps in small batches until nothing is due; made to be killed. */
import '@/lib/wiring'
import { openRun, closeRun } from '@/lib/domains/sweep/run.store'
import { sweepNames } from '@/lib/domains/sweep/sweep.command'
import { must } from '@/lib/kernel/result'
import { closeDb } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'

const BATCH = 25

const runId = await openRun()
for (let acted = runId ? 1 : 0; runId && acted > 0; ) {
  acted = must(await execute(sweepNames, { runId, limit: BATCH }, { actor: { kind: 'clock' } })).acted
}
if (runId) await closeRun(runId)
await closeDb()
