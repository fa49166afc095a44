/** The worker process: jobs, due work, and the demonstration clock. */
import { EventEmitter } from 'node:events'
import { makeWorkerUtils, run, type WorkerEvents } from 'graphile-worker'
import { enqueueOpenCharges } from '@/lib/billing/charge/charge-card.job'
import { enqueueOpenProviderEvents } from '@/lib/billing/receive/process.job'
import { enqueueOpenPayouts } from '@/lib/billing/refund/deliver-payout.job'
import { reconsiderNames } from '@/lib/domains/sweep/reconsider.command'
import { must } from '@/lib/kernel/result'
import { carryOutClockMove, sweepAll } from '@/lib/operations/due-work'
import { closeLocks } from '@/lib/platform/alone'
import { closeDb } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { env, isDemo } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import { requireMigrated } from '@/lib/platform/migrate'
import { closeLimits } from '@/lib/platform/rate-limit'
import { WorkerLocks } from '@/lib/platform/worker-locks'
import { holidaysStamp } from '@/lib/policy/holidays/work-calendar'
import { allZones } from '@/lib/policy/resolver'
import { closeGateway } from '@/lib/registry/connect'
import { enqueueOpenDeliveries } from '@/lib/registry/delivery/deliver.job'
import { DUE_WORK, JOBS } from '@/lib/wiring'
import { orStop } from './or-stop'

const TICK_MS = 1000
const RELEASE_MS = 3000

/** A loop that runs one tick after another until it is stopped; a failing tick is logged and repeated. */
function startLoop(pauseMs: number, tick: () => Promise<unknown>): () => Promise<void> {
  let stopped = false
  let wake: () => void = () => undefined
  const done = (async () => {
    while (!stopped) {
      await tick().catch((error: unknown) => log().error({ err: error }, 'worker: tick failed'))
      await new Promise<void>((next) => {
        wake = next
        setTimeout(next, pauseMs)
      })
    }
  })()
  return async () => {
    stopped = true
    wake()
    await done
  }
}

async function main(): Promise<void> {
  allZones()
  const connectionString = env().DATABASE_URL
  const utils = await makeWorkerUtils({ connectionString })
  // Without its locks this worker counts as dead, so it ends: whoever watches it starts another.
  const locks = await WorkerLocks.open(connectionString, () => process.exit(1))
  const runner = await run({
    connectionString,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 1000,
    taskList: Object.fromEntries(
      JOBS.map((job) => [job.task, (payload: unknown) => job.run(payload as Record<string, string>)]),
    ),
    crontab: '17 * * * * remove-orphans ?jobKey=remove-orphans&jobKeyMode=replace',
    events: watched(locks),
  })
  must(await execute(reconsiderNames, { stamp: holidaysStamp() }, { actor: { kind: 'clock' } }))
  await enqueueOpenDeliveries()
  await enqueueOpenCharges()
  await enqueueOpenProviderEvents()
  await enqueueOpenPayouts()
  // A loop of its own: moving the clock waits for jobs that a dead worker may hold.
  const stopReleasing = startLoop(RELEASE_MS, () => locks.releaseDead(utils))
  const stopSweeping = startLoop(TICK_MS, async () => {
    await sweepAll(DUE_WORK)
    if (isDemo()) await carryOutClockMove(DUE_WORK)
  })
  log().info('worker: ready')
  await signal()
  await Promise.all([stopReleasing(), stopSweeping()])
  await runner.stop()
  await Promise.all([utils.release(), locks.close(), closeLocks(), closeGateway()])
  await Promise.all([closeDb(), closeLimits()])
  process.exit(0)
}

/** Registers each worker as graphile-worker makes it. */
function watched(locks: WorkerLocks) {
  const events = new EventEmitter() as WorkerEvents
  events.on('worker:create', ({ worker }) => {
    locks.register(worker.workerId).catch((error: unknown) => log().error({ err: error }, 'worker: no lock'))
  })
  return events
}

/** Resolves at the first signal to stop. */
function signal(): Promise<void> {
  return new Promise((stop) => {
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => stop())
  })
}

await orStop(async () => requireMigrated(env().DATABASE_URL))
await main()
