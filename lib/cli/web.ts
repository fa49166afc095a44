/** The web process: the standalone server of the build. Sees to the client's true address first. */
import { type IncomingMessage, Server, type ServerResponse } from 'node:http'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { RDAP_TYPE, rdapError } from '@/lib/domains/lookup/rdap'
import { env } from '@/lib/platform/env'
import { requireMigrated } from '@/lib/platform/migrate'
import { orStop } from './or-stop'
import './parent-watch'

await orStop(async () => requireMigrated(env().DATABASE_URL))
process.env.DATA_DIR = resolve(env().DATA_DIR)
process.env.NEXT_MANUAL_SIG_HANDLE = 'true'

const emit = Server.prototype.emit
Server.prototype.emit = function (this: Server, event: string, ...args: unknown[]): boolean {
  if (event === 'request') {
    const [request, response] = args as [IncomingMessage, ServerResponse]
    if (!isDecodable(request.url ?? '')) return refuseAddress(request, response)
    // Next believes an X-Forwarded-For that a client sends. Behind a proxy that sets it (TRUST_PROXY=1) that
    // is right; otherwise the address of the connection counts.
    if (process.env.TRUST_PROXY !== '1')
      request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? ''
  }
  return Reflect.apply(emit, this, [event, ...args]) as boolean
} as typeof emit

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?')[0] ?? '')
    return true
  } catch {
    return false
  }
}

/** Next answers an address that is no UTF-8 with 500; it is the asker's fault, and RDAP's errors are objects. */
function refuseAddress(request: IncomingMessage, response: ServerResponse): boolean {
  const isRdap = request.url?.startsWith('/rdap/')
  const body = isRdap
    ? JSON.stringify(rdapError(400, 'Bad request', 'This is not a domain name.'))
    : 'This address cannot be read.'
  response.writeHead(400, {
    'content-type': isRdap ? RDAP_TYPE : 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    ...(isRdap && { 'access-control-allow-origin': '*' }),
  })
  response.end(body)
  return true
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0))

await import(pathToFileURL(resolve('.next/standalone/server.js')).href)
