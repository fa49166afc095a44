import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { isSigned, SIGNATURE_HEADER } from '../charge/webhook-signature'
import { systemClock } from '@/lib/kernel/clock'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { ACCEPTED_CARD, DECLINED_CARD } from './card.rule'
import { type SandboxPay, startSandboxPay } from './server'

const KEY = 'k'.repeat(40)
const SECRET = 's'.repeat(40)

interface Taken {
  readonly id: string
  readonly type: string
  readonly data: Readonly<Record<string, string>>
}

let database: TestDatabase
let merchant: Server
let provider: SandboxPay
let status = 200
let taken: Taken[] = []
let hits = 0

beforeAll(async () => {
  database = await testDatabase()
  merchant = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    hits++
    const header = request.headers[SIGNATURE_HEADER]
    const signed = isSigned(body, typeof header === 'string' ? header : null, SECRET, systemClock.now())
    if (signed && status === 200) taken.push(JSON.parse(body))
    response.writeHead(signed ? status : 401).end()
  })
  await new Promise<void>((done) => merchant.listen(0, '127.0.0.1', done))
  provider = await start()
})
afterEach(() => {
  status = 200
  taken = []
  hits = 0
})
afterAll(async () => {
  await provider.close()
  merchant.close()
  await database.drop()
})

function start(port = 0): Promise<SandboxPay> {
  const { port: merchantPort } = merchant.address() as AddressInfo
  return startSandboxPay({
    databaseUrl: database.url,
    host: '127.0.0.1',
    port,
    apiKey: KEY,
    webhookSecret: SECRET,
    webhookUrl: `http://127.0.0.1:${merchantPort}/hook`,
    log: () => undefined,
  })
}

function call(path: string, init: RequestInit & { key?: string; apiKey?: string } = {}): Promise<Response> {
  return fetch(`http://127.0.0.1:${provider.port}${path}`, {
    redirect: 'manual',
    ...init,
    headers: {
      authorization: `Bearer ${init.apiKey ?? KEY}`,
      ...(init.key && { 'idempotency-key': init.key }),
      ...init.headers,
    },
  })
}

const order = {
  amount: '350000',
  currency: 'VND',
  description: 'T2026-000001 <b>',
  reference: 'ref',
  returnUrl: 'http://portal.test/en/invoices/1?a=1&b=2',
  locale: 'en',
}

async function checkout(more: Partial<typeof order> = {}): Promise<{ id: string; path: string }> {
  const response = await call('/v1/checkouts', {
    method: 'POST',
    key: randomUUID(),
    body: JSON.stringify({ ...order, ...more }),
  })
  expect(response.status).toBe(200)
  const { id, url } = (await response.json()) as { id: string; url: string }
  return { id, path: new URL(url).pathname }
}

function submit(path: string, choice: string, card = ACCEPTED_CARD): Promise<Response> {
  return call(path, { method: 'POST', body: new URLSearchParams({ choice, card }) })
}

async function messages(reference: string, count: number): Promise<string[]> {
  const own = () => taken.filter((message) => message.data.reference === reference)
  await vi.waitFor(() => expect(own()).toHaveLength(count), { timeout: 20_000, interval: 20 })
  return own().map((message) => message.type)
}

test('the hosted page says that no real money moves, works without scripts, and escapes what it shows', async () => {
  const { path } = await checkout()
  const response = await call(path)
  const html = await response.text()
  expect(html).toContain('no real money moves')
  expect(html).toContain('₫350,000')
  expect(html).toContain('T2026-000001 &lt;b&gt;')
  expect(html).not.toContain('<script')
  const policy = response.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("form-action 'self'")
})

test.each([
  ['vi', /lang="vi"[\s\S]*Thanh toán 350\.000\s₫/],
  ['zh-Hant-HK', /lang="zh-Hant-HK"[\s\S]*支付 ₫350,000/],
  ['da', /lang="da"[\s\S]*Betal 350\.000\s₫/],
  ['ro', /lang="ro"[\s\S]*Plătiți 350\.000\sVND/],
  ['hi', /lang="hi"[\s\S]*₫3,50,000 का भुगतान करें/],
])('the page speaks %s and writes amounts as it does', async (locale, shown) => {
  const { path } = await checkout({ locale })
  expect(await (await call(path)).text()).toMatch(shown)
})

describe('choices', () => {
  test.each([
    ['pay', ACCEPTED_CARD, ['payment.succeeded'], 'Paid:'],
    ['pay-twice', ACCEPTED_CARD, ['payment.succeeded', 'payment.succeeded'], 'Paid twice'],
    ['pay', DECLINED_CARD, ['payment.failed'], 'Not paid'],
    ['decline', '', ['payment.failed'], 'Not paid'],
  ])('%s with card “%s”', async (choice, card, types, shown) => {
    const reference = randomUUID()
    const { path } = await checkout({ reference })
    const answer = await submit(path, choice, card)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, path])
    const html = await (await call(path)).text()
    expect(html).toContain(shown)
    expect(html).toContain('href="http://portal.test/en/invoices/1?a=1&amp;b=2"')
    expect(await messages(reference, types.length)).toEqual(types)
  })

  test('a form sent many times at once pays once', async () => {
    const reference = randomUUID()
    const { path } = await checkout({ reference })
    await Promise.all(Array.from({ length: 10 }, () => submit(path, 'pay')))
    await messages(reference, 1)
    const rows = await database.query(
      'SELECT count(*)::int AS n FROM sandbox_pay.webhook WHERE body LIKE $1',
      [`%${reference}%`],
    )
    expect(rows[0]?.n).toBe(1)
  })

  test('a card that is no test card is asked for again', async () => {
    const { path } = await checkout()
    const answer = await submit(path, 'pay', '5500 0000 0000 0004')
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('aria-invalid="true"')
  })
})

describe('the interface', () => {
  test('one key, one checkout, and other parameters under it are refused', async () => {
    const key = randomUUID()
    const post = (body: object) => call('/v1/checkouts', { method: 'POST', key, body: JSON.stringify(body) })
    const all = await Promise.all(Array.from({ length: 10 }, async () => (await post(order)).json()))
    expect(new Set(all.map((answer) => (answer as { id: string }).id)).size).toBe(1)
    expect((await post({ ...order, amount: '1' })).status).toBe(409)
  })

  test('a payout happens once under its key, and some are refused', async () => {
    const key = randomUUID()
    const post = (amount: string, own = key) =>
      call('/v1/payouts', {
        method: 'POST',
        key: own,
        body: JSON.stringify({ amount, currency: 'VND', description: 'd', reference: own, customer: 'c' }),
      })
    const first = await (await post('500')).json()
    expect(first).toMatchObject({ status: 'done' })
    expect(await (await post('500')).json()).toEqual(first)
    expect(await (await post('14002', randomUUID())).json()).toMatchObject({
      status: 'refused',
      reason: 'account-closed',
    })
  })
})

describe('bad requests', () => {
  test.each([
    ['/v1/checkouts', { method: 'POST', body: '{}', apiKey: 'wrong' }, 401],
    ['/v1/checkouts', { method: 'POST', body: '{}' }, 400],
    ['/v1/checkouts', { method: 'POST', body: '{', key: 'key-key-key' }, 400],
    [
      '/v1/checkouts',
      { method: 'POST', body: JSON.stringify({ ...order, amount: '-1' }), key: 'key-key-key' },
      400,
    ],
    [
      '/v1/checkouts',
      { method: 'POST', body: JSON.stringify({ ...order, returnUrl: 'javascript:x' }), key: 'key-key-key' },
      400,
    ],
    ['/v1/checkouts', { method: 'POST', body: 'x'.repeat(100_000), key: 'key-key-key' }, 413],
    ['/v1/checkouts/co_none', {}, 404],
    ['/pay/none', {}, 404],
    ['/elsewhere', {}, 404],
  ])('%s %o answers %i', async (path, init, expected) => {
    expect((await call(path, init)).status).toBe(expected)
  })
})

test('a message is sent until it is taken, also by the next process', async () => {
  const reference = randomUUID()
  const { path } = await checkout({ reference })
  status = 503
  await submit(path, 'pay')
  await vi.waitFor(() => expect(hits).toBeGreaterThanOrEqual(2), { timeout: 20_000 })
  await provider.close()
  status = 200
  provider = await start()
  expect(await messages(reference, 1)).toEqual(['payment.succeeded'])
})

test('a checkout that nobody paid ends and is told', async () => {
  const reference = randomUUID()
  const { id, path } = await checkout({ reference })
  await database.query(
    "UPDATE sandbox_pay.checkout SET expires_at = now() - interval '1 hour' WHERE id = $1",
    [id],
  )
  expect(await messages(reference, 1)).toEqual(['checkout.expired'])
  await submit(path, 'pay')
  expect(await (await call(path)).text()).toContain('expired')
})
