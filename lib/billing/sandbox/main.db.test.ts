import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'

const SECRET = 'm'.repeat(40)

let database: TestDatabase
let merchant: Server
/** Ids of the messages in the order in which they arrived; the first is never answered. */
const arrived: string[] = []

beforeAll(async () => {
  database = await testDatabase()
  merchant = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    arrived.push((JSON.parse(body) as { id: string }).id)
    if (arrived.length > 1) response.end()
  })
  await new Promise<void>((done) => merchant.listen(0, '127.0.0.1', done))
})
afterAll(async () => {
  merchant.close()
  merchant.closeAllConnections()
  await database.drop()
})

async function startProcess(): Promise<{ child: ChildProcess; address: string }> {
  const { port } = merchant.address() as AddressInfo
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/billing/sandbox/main.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      SANDBOX_PAY_PORT: '0',
      SANDBOX_PAY_KEY: SECRET,
      SANDBOX_PAY_WEBHOOK_SECRET: SECRET,
      SANDBOX_PAY_WEBHOOK_URL: `http://127.0.0.1:${port}/`,
    },
  })
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as { event: string; port?: number }
    if (said.event === 'listening') return { child, address: `http://127.0.0.1:${said.port}` }
  }
  throw new Error('the process ended before it listened')
}

async function payOnce(address: string): Promise<void> {
  const opened = await fetch(`${address}/v1/checkouts`, {
    method: 'POST',
    headers: { authorization: `Bearer ${SECRET}`, 'idempotency-key': 'key-key-key' },
    body: JSON.stringify({
      ...{ amount: '100', currency: 'VND', description: 'd', reference: 'r', locale: 'en' },
      returnUrl: 'http://portal.test/',
    }),
  })
  const { url } = (await opened.json()) as { url: string }
  const form = new URLSearchParams({ choice: 'pay', card: '4111111111111111' })
  expect((await fetch(url, { method: 'POST', body: form, redirect: 'manual' })).status).toBe(303)
}

test('killed while it sends a message, it sends it again when it starts; SIGTERM ends it cleanly', async () => {
  const first = await startProcess()
  await payOnce(first.address)
  await vi.waitFor(() => expect(arrived).toHaveLength(1), { timeout: 20_000 })
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')
  const second = await startProcess()
  const isDelivered = async () => {
    const rows = await database.query('SELECT delivered_at IS NOT NULL AS is FROM sandbox_pay.webhook')
    expect(rows).toEqual([{ is: true }])
  }
  await vi.waitFor(isDelivered, { timeout: 20_000 })
  expect(new Set(arrived).size).toBe(1)
  second.child.kill('SIGTERM')
  expect(await once(second.child, 'exit')).toEqual([0, null])
})
