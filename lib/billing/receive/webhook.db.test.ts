import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '@/lib/kernel/clock'
import { newId } from '@/lib/kernel/ids'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { customer, deliver, webhookBody } from '../billing-under-test'
import { signWebhook, SIGNATURE_HEADER } from '../charge/webhook-signature'
import { storeProviderEvent } from './store.command'
import { receiveWebhook } from './webhook'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const now = systemClock.now()
const secret = 'test-secret-test-secret-test-secret-test'
const body = webhookBody({ reference: newId() })
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
test.each([
  ['no signature', null],
  ['another secret', signWebhook(body, 'x'.repeat(40), now)],
  ['another body', signWebhook(`${body} `, secret, now)],
  ['six minutes old', signWebhook(body, secret, minutes(-6))],
  ['six minutes ahead', signWebhook(body, secret, minutes(6))],
  ['nonsense', 't=1,v1=00'],
])('%s is refused and nothing stored', async (_what, signature) => {
  const count = await db().providerEvent.count()
  const result = await receiveWebhook(body, {
    get: (name) => (name === SIGNATURE_HEADER ? signature : null),
  })
  expect(result).toMatchObject({ ok: false, refusal: { code: 'webhook-signature' } })
  expect(await db().providerEvent.count()).toBe(count)
})

test('a signed text that is no message is refused', async () => {
  expect(await deliver('[]')).toMatchObject({ refusal: { code: 'webhook-unreadable' } })
})

test('nobody but the provider may receive', async () => {
  const result = await execute(storeProviderEvent, {}, { actor: customer() })
  expect(result).toMatchObject({ refusal: { code: 'not-permitted' } })
})
