import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '@/lib/kernel/result'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { nameListView, nameView } from '../manage/name.query'
import { nameFor, setNow } from '../names-under-test'
import { sweepDue } from '../sweep/sweep.job'
import { lookUpName } from './lookup.query'
import { newId } from '@/lib/kernel/ids'

let database: TestDatabase
const owner = newId()
const expiresAt = new Date('2029-03-02T12:00:00Z')
const NAME = 'look-me-up.com'

beforeAll(async () => {
  database = await testDatabase()
  await nameFor({ zone: 'com', expiresAt, nameAscii: NAME, ownerId: owner })
})
afterAll(() => database.drop())

const after = async (days: number) => {
  await setNow(database, new Date(expiresAt.getTime() + days * 86_400_000))
  await sweepDue.sweep()
}

describe('a name at every point of its life', () => {
  test.each([
    [
      -40,
      'ACTIVE',
      ['renewal-invited', 'expires', 'redemption', 'last-day-to-renew', 'pending-delete', 'released'],
    ],
    [2, 'EXPIRED', ['redemption', 'last-day-to-renew', 'pending-delete', 'released']],
    [40, 'REDEMPTION', ['last-day-to-renew', 'pending-delete', 'released']],
    [62, 'PENDING_DELETE', ['released']],
  ] as const)(
    'R-VN-01 R-HO-10 %i days after its expiry anyone may look it up as %s',
    async (days, status, coming) => {
      await after(days)
      expect(must(await lookUpName(NAME, 'test'))).toMatchObject({ nameAscii: NAME, status, expiresAt })
      const view = await nameView(owner, NAME)
      expect(view?.status).toBe(status)
      expect(view?.timeline.map((event) => event.kind)).toEqual(coming)
      expect((await nameListView(owner, { status })).items).toHaveLength(1)
    },
  )

  test('R-NS-04 released, nobody finds it but its last holder, who asks for released names', async () => {
    await after(90)
    expect(await lookUpName(NAME, 'test')).toMatchObject({ refusal: { code: 'not-found' } })
    expect((await nameListView(owner)).items).toEqual([])
    expect((await nameListView(owner, { status: 'RELEASED' })).items).toMatchObject([{ nameAscii: NAME }])
    const view = await nameView(owner, NAME)
    expect(view).toMatchObject({ status: 'RELEASED', timeline: [] })
    expect(view?.life.at(-1)?.kind).toBe('released')
    expect(await nameView(newId(), NAME)).toBeNull()
  })

  test('who has the name again sees the name, not what it was', async () => {
    const again = await nameFor({
      zone: 'com',
      expiresAt: new Date('2032-03-02T12:00:00Z'),
      nameAscii: NAME,
      ownerId: owner,
    })
    expect((await nameView(owner, NAME))?.id).toBe(again)
  })
})
