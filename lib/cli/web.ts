/** The web process: the standalone server of the build. Sees to the client's true address first. */
import { Server } from 'node:http'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { env } from '@/lib/platform/env'
import { requireMigrated } from '@/lib/platform/migrate'
import { orStop } from './or-stop'
import './parent-watch'

await orStop(async () => requireMigrated(env().DATABASE_URL))
process.env.DATA_DIR = resolve(env().DATA_DIR)
process.env.NEXT_MANUAL_SIG_HANDLE = 'true'

// Next believes an X-Forwarded-For that a client sends. Behind a proxy that sets it (TRUST_PROXY=1) that is
// right; otherwise the address of the connection counts.
if (process.env.TRUST_PROXY !== '1') {
  const emit = Server.prototype.emit
  Server.prototype.emit = function (this: Server, event: string, ...args: unknown[]): boolean {
    if (event === 'request') {
      const request = args[0] as { headers: Record<string, string>; socket: { remoteAddress?: string } }
      request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? ''
    }
    return Reflect.apply(emit, this, [event, ...args]) as boolean
  } as typeof emit
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0))

await import(pathToFileURL(resolve('.next/standalone/server.js')).href)
