import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nameFor, setNow } from '@/lib/domains/names-under-test'
import { noticePlan } from '@/lib/domains/notices.rule'
import { person } from '@/lib/dossiers/dossiers-under-test'
import { localTime } from '@/lib/kernel/days'
import { db } from '@/lib/platform/db'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { zoneById } from '@/lib/policy/resolver'
import { noticesDue } from './notice.job'

const VN = 'Asia/Ho_Chi_Minh'
let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const messages = async (domainId: string) =>
  (await db().message.findMany({ where: { subjectId: domainId } }))
    .map((message) => ({ ...message, params: message.params as { days?: number; due: string } }))
    .sort((one, other) => dayOf(one.params) - dayOf(other.params))
    .map(({ template, params: { days } }) => (days === undefined ? template : `${template} ${days}`))

/** When a message is due: so many days before what it tells of; the invitation a month before. */
const dayOf = ({ days, due }: { days?: number; due: string }) => Date.parse(due) - (days ?? 0) * 86_400_000

const WHOLE_LIFE = [
  'notice-expires-in 90',
  'notice-expires-in 60',
  'notice-expires-in 15',
  'notice-expires-in 7',
  'notice-expires-in 1',
  'notice-renewal-invited',
  'notice-suspended',
  'notice-last-day-in 7',
  'notice-last-day-in 1',
  'notice-released',
]

async function aName(expiresAt: Date) {
  const owner = await person()
  return { id: await nameFor({ zone: 'vn', expiresAt, ownerId: owner.userId }), owner }
}

describe('notices about a term', () => {
  test('R-NS-17 R-NS-27 each is sent once, in order, to the address that holds then', async () => {
    const expiresAt = localTime('2029-06-02', '00:00', VN)
    const { id, owner } = await aName(expiresAt)
    for (const { at } of noticePlan(zoneById('vn'), expiresAt)) {
      await setNow(database, new Date(at.getTime() + 1000))
      await Promise.all([noticesDue.sweep(), noticesDue.sweep()])
      await noticesDue.sweep()
    }
    expect(await messages(id)).toEqual(WHOLE_LIFE)
    const rows = await db().message.findMany({ where: { subjectId: id } })
    expect(new Set(rows.map((row) => row.address))).toEqual(new Set([`${owner.userId}@example.com`]))
    expect((await db().domain.findUniqueOrThrow({ where: { id } })).nextNoticeAt).toBeNull()
  })

  test('after a standstill overtaken counts of days are left out; suspension and release are told', async () => {
    const expiresAt = localTime('2030-06-01', '00:00', VN)
    const { id } = await aName(expiresAt)
    await setNow(database, localTime('2030-09-01', '12:00', VN))
    await noticesDue.sweep()
    expect(await messages(id)).toEqual(['notice-suspended', 'notice-released'])
  })

  test('R-NS-17 a message that is late counts the days that are left', async () => {
    const expiresAt = localTime('2031-06-30', '12:00', VN)
    const { id } = await aName(expiresAt)
    await setNow(database, localTime('2031-04-20', '10:00', VN))
    await noticesDue.sweep()
    expect(await messages(id)).toEqual(['notice-expires-in 71'])
  })

  test('nothing is sent early', async () => {
    const expiresAt = localTime('2032-06-01', '00:00', VN)
    const { id } = await aName(expiresAt)
    await setNow(database, localTime('2032-03-03', '08:59', VN))
    await noticesDue.sweep()
    expect(await messages(id)).toEqual([])
    await setNow(database, localTime('2032-03-03', '09:01', VN))
    await noticesDue.sweep()
    expect(await messages(id)).toEqual(['notice-expires-in 90'])
  })
})
