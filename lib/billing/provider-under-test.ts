/** The real sandbox provider for tests, behind a line that can lose answers, with its webhooks delivered. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { receiveWebhook } from './receive/webhook'
import { startSandboxPay } from './sandbox/server'

const SECRET = 'test-secret-test-secret-test-secret-test'

export interface ProviderUnderTest {
  /** The next answers are lost on their way: the provider has done its work, nobody learns of it. */
  loseAnswers(count: number): void
  close(): Promise<void>
}

/** Starts it and points this process's environment at it; call it before anything reads the environment. */
export async function startProvider(databaseUrl: string): Promise<ProviderUnderTest> {
  const portal = await startWebhookRoute()
  const provider = await startSandboxPay({
    databaseUrl,
    host: '127.0.0.1',
    port: 0,
    apiKey: SECRET,
    webhookSecret: SECRET,
    webhookUrl: `http://127.0.0.1:${portOf(portal)}/webhook`,
    log: () => undefined,
  })
  const fate = { toLose: 0 }
  const line = await startLine(provider.port, fate)
  process.env.SANDBOX_PAY_URL = `http://127.0.0.1:${portOf(line)}`
  return {
    loseAnswers: (count) => {
      fate.toLose = count
    },
    close: async () => {
      await provider.close()
      for (const server of [portal, line]) server.close()
    },
  }
}

/** Takes webhooks in as the portal's route does. */
function startWebhookRoute(): Promise<Server> {
  return listen(
    createServer(async (request, response) => {
      const received = await receiveWebhook(await bodyOf(request), {
        get: (name) => request.headers[name]?.toString() ?? null,
      }).catch(() => undefined)
      response.writeHead(received?.ok ? 200 : 500).end()
    }),
  )
}

/** Hands requests on to the provider; of those whose answer is to be lost, the connection breaks. */
function startLine(providerPort: number, fate: { toLose: number }): Promise<Server> {
  return listen(
    createServer(async (request, response) => {
      const answer = await fetch(`http://127.0.0.1:${providerPort}${request.url}`, {
        method: request.method ?? 'GET',
        headers: request.headers as Record<string, string>,
        ...(request.method === 'POST' && { body: await bodyOf(request) }),
      })
      const text = await answer.text()
      if (fate.toLose === 0) return response.writeHead(answer.status).end(text)
      fate.toLose--
      return request.socket.destroy()
    }),
  )
}

async function bodyOf(request: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

function listen(server: Server): Promise<Server> {
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done(server))
  })
}
