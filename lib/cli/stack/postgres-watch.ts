/** Keeps the embedded PostgreSQL running: killed, it is started again on the same port and data. */
import { setTimeout as sleep } from 'node:timers/promises'
import { type EmbeddedPostgres, isLive, startPostgres } from '@/lib/platform/embedded-postgres'

const EVERY_MS = 500

export interface WatchedPostgres {
  readonly server: EmbeddedPostgres
  /** Id of the server's process as it runs now. */
  pid(): number
  /** Ends the watch and stops the server. */
  stop(): Promise<void>
}

/** Starts the cluster in `dir` and looks after it. */
export async function watchPostgres(dir: string): Promise<WatchedPostgres> {
  const server = await startPostgres({ dir })
  let current = server
  let stopped = false
  const watch = (async () => {
    while (!stopped) {
      await sleep(EVERY_MS)
      if (!stopped && !isLive(current.pid)) current = await startPostgres({ dir }).catch(() => current)
    }
  })()
  return {
    server,
    pid: () => current.pid,
    stop: async () => {
      stopped = true
      await watch
      await current.stop()
    },
  }
}
