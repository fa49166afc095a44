/**
 * Messages to the merchant: stored together with what they tell about, then sent until they are taken. A
 * message whose answer was lost is sent again, so the merchant may get one twice and tells them apart by id.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { ClientBase } from 'pg'
import { signWebhook, SIGNATURE_HEADER } from '../charge/webhook-signature'
import { systemClock } from '@/lib/kernel/clock'
import { inTransaction, withClient } from './database'
import { type Service, unguessableId } from './service'

const ROUND_MS = 1000
const AT_ONCE = 8
const ANSWER_MS = 20_000
/** A message that is being sent is left alone for this long. */
const LEASE_MS = ANSWER_MS + 5000
const LONGEST_PAUSE_MS = 60_000

interface Waiting {
  readonly id: string
  readonly body: string
  readonly attempts: number
}

/** Stores a message; it is sent once the transaction has committed. */
export async function storeMessage(
  client: ClientBase,
  type: string,
  data: Readonly<Record<string, unknown>>,
): Promise<void> {
  const id = unguessableId('evt')
  const now = systemClock.now()
  await client.query(
    'insert into sandbox_pay.webhook (id, body, created_at, next_at) values ($1, $2, $3, $3)',
    [id, JSON.stringify({ id, type, createdAt: now, data }), now],
  )
}

/** Sends until stopped. What an earlier process left half sent is taken up at once. */
export function startOutbox(service: Service): { wake: () => void; stop: () => Promise<void> } {
  const stopping = new AbortController()
  let nap = new AbortController()
  const report = (error: unknown) => service.options.log({ event: 'outbox-failed', cause: String(error) })
  const run = async () => {
    await takeUp(service).catch(report)
    while (!stopping.signal.aborted) {
      nap = new AbortController()
      await sendRound(service, stopping.signal).catch(report)
      await sleep(ROUND_MS, undefined, { signal: nap.signal }).catch(() => undefined)
    }
  }
  const ended = run()
  return {
    wake: () => nap.abort(),
    stop: async () => {
      stopping.abort()
      nap.abort()
      await ended
    },
  }
}

/** An earlier process may have been killed while it was sending. */
async function takeUp({ pool }: Service): Promise<void> {
  await pool.query('update sandbox_pay.webhook set next_at = $1 where delivered_at is null', [
    systemClock.now(),
  ])
}

async function sendRound(service: Service, stopping: AbortSignal): Promise<void> {
  await expireCheckouts(service)
  for (;;) {
    const now = systemClock.now()
    const { rows } = await service.pool.query<Waiting>(
      `update sandbox_pay.webhook set attempts = attempts + 1, next_at = $2
       where id in (select id from sandbox_pay.webhook where delivered_at is null and next_at <= $1
         order by next_at limit ${AT_ONCE} for update skip locked)
       returning id, body, attempts`,
      [now, new Date(now.getTime() + LEASE_MS)],
    )
    if (rows.length === 0 || stopping.aborted) return
    await Promise.all(rows.map((message) => send(service, message, stopping)))
  }
}

async function send(service: Service, { id, body, attempts }: Waiting, stopping: AbortSignal): Promise<void> {
  const problem = await post(service, body, stopping)
  const now = systemClock.now()
  if (!problem) {
    await service.pool.query('update sandbox_pay.webhook set delivered_at = $2 where id = $1', [id, now])
    return
  }
  const pause = Math.min(250 * 2 ** Math.min(attempts, 10), LONGEST_PAUSE_MS)
  await service.pool.query('update sandbox_pay.webhook set next_at = $2, last_problem = $3 where id = $1', [
    id,
    new Date(now.getTime() + pause),
    problem.slice(0, 500),
  ])
  service.options.log({ event: 'webhook-not-taken', id, attempts, problem, again: pause })
}

/** Why the merchant did not take a message; undefined when it did. */
async function post(service: Service, body: string, stopping: AbortSignal): Promise<string | undefined> {
  const { webhookUrl, webhookSecret } = service.options
  try {
    const response = await fetch(webhookUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        [SIGNATURE_HEADER]: signWebhook(body, webhookSecret, systemClock.now()),
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([stopping, AbortSignal.timeout(ANSWER_MS)]),
    })
    await response.body?.cancel()
    return response.ok ? undefined : `status ${response.status}`
  } catch (error) {
    return String(error)
  }
}

/** Checkouts that nobody paid in time end, and the merchant is told. */
async function expireCheckouts({ pool }: Service): Promise<void> {
  await withClient(pool, (client) =>
    inTransaction(client, async () => {
      const { rows } = await client.query<{ id: string; reference: string }>(
        `update sandbox_pay.checkout set status = 'expired' where status = 'open' and expires_at <= $1
         returning id, reference`,
        [systemClock.now()],
      )
      for (const { id, reference } of rows) {
        await storeMessage(client, 'checkout.expired', { checkoutId: id, reference })
      }
    }),
  )
}
