/**
 * The sandbox payment provider: a server of its own with a REST interface, hosted pages and webhooks, as a real
 * provider has them. No real money moves.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serveApi } from './api'
import { migrate, openPool, withClient } from './database'
import { HttpProblem, sendJson } from './http'
import { startOutbox } from './outbox'
import { servePage } from './pages'
import type { SandboxPayOptions, Service } from './service'

export interface SandboxPay {
  readonly port: number
  /** Answers what is being asked, stops sending, and ends every connection. */
  close(): Promise<void>
}

/** Migrates its tables and serves. Throws when the database or the port is not to be had. */
export async function startSandboxPay(options: SandboxPayOptions): Promise<SandboxPay> {
  const pool = openPool(options.databaseUrl)
  try {
    await withClient(pool, migrate)
    let wake: () => void = () => undefined
    let own = ''
    const service: Service = {
      options,
      pool,
      publicUrl: () => (options.publicUrl ?? own).replace(/\/+$/, ''),
      wake: () => wake(),
    }
    const server = await listen(service)
    const { port } = server.address() as AddressInfo
    own = `http://${options.host}:${port}`
    const outbox = startOutbox(service)
    wake = outbox.wake
    options.log({ event: 'listening', host: options.host, port })
    return {
      port,
      close: async () => {
        await Promise.all([stop(server), outbox.stop()])
        await pool.end()
        options.log({ event: 'closed' })
      },
    }
  } catch (error) {
    await pool.end()
    throw error
  }
}

function listen(service: Service): Promise<Server> {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, (request, response) => {
    answer(service, request, response).catch((error: unknown) => fail(service, response, error))
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(service.options.port, service.options.host, () => {
      server.removeListener('error', reject)
      resolve(server)
    })
  })
}

async function answer(service: Service, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? '/'
  if (path.startsWith('/v1/')) return serveApi(service, request, response)
  if (path.startsWith('/pay/')) return servePage(service, request, response)
  if (path === '/health') return sendJson(response, 200, { status: 'ok' })
  throw new HttpProblem(404, 'not-found')
}

function fail(service: Service, response: ServerResponse, error: unknown): void {
  const problem = error instanceof HttpProblem ? error : undefined
  if (!problem) service.options.log({ event: 'request-failed', cause: String(error) })
  if (response.headersSent) response.destroy()
  else sendJson(response, problem?.status ?? 500, { error: problem?.code ?? 'broken' })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
}
