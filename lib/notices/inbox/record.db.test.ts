import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ContactData, ContactRole } from '@/lib/domains/contacts/contact'
import { person } from '@/lib/dossiers/dossiers-under-test'
import { newId } from '@/lib/kernel/ids'
import { db } from '@/lib/platform/db'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { bouncedOfName, bouncedView, sentRecord } from './record.query'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const AT = new Date('2026-12-01T03:00:00Z')

interface Written {
  readonly userId: string | null
  readonly address: string
  readonly subjectId: string
  readonly state?: 'QUEUED' | 'SENT' | 'FAILED'
  readonly readAt?: Date
}

/** A message about a name, as its delivery left it. */
async function written({ state = 'SENT', ...message }: Written): Promise<string> {
  const params = { name: 'a.vn', due: AT.toISOString(), expires: AT.toISOString(), path: '/names/a.vn' }
  const id = newId()
  await db().message.create({
    data: {
      ...{ id, dedupeKey: id, template: 'notice-suspended', locale: 'en', params, subjectType: 'domain' },
      ...{ state, createdAt: AT, attempts: 1, ...message, ...(state === 'SENT' && { sentAt: AT }) },
    },
  })
  return id
}

const contact = (role: ContactRole, email: string) => ({ role, data: { name: role, email } as ContactData })

describe('R-NS-17 the record of what was sent about a name', () => {
  test('R-NS-17 shows every recipient with the state of its delivery, newest first, and when it was seen', async () => {
    const [{ userId }, other] = [await person(), await person()]
    const subjectId = newId()
    const first = await written({ userId, address: 'own@x.example', subjectId, readAt: AT })
    const second = await written({ userId: null, address: 'admin@x.example', subjectId, state: 'FAILED' })
    await written({ userId: other.userId, address: 'other@x.example', subjectId })
    await written({ userId, address: 'own@x.example', subjectId: newId() })
    const { items } = await sentRecord(userId, { id: subjectId, dossierId: newId() }, { locale: 'en' })
    expect(items).toMatchObject([
      { id: second, address: 'admin@x.example', state: 'FAILED', seenAt: null, isMailAlone: true },
      { id: first, address: 'own@x.example', state: 'SENT', sentAt: AT, seenAt: AT, isMailAlone: false },
    ])
  })

  test('R-NS-17 begins with the newest, however many there are, and is read on in pages', async () => {
    const { userId } = await person()
    const name = { id: newId(), dossierId: newId() }
    const ids: string[] = []
    for (let count = 0; count < 130; count++)
      ids.push(await written({ userId, address: 'own@x.example', subjectId: name.id }))
    const first = await sentRecord(userId, name, { locale: 'en' })
    expect(first.items.map(({ id }) => id)).toEqual(ids.slice(30).reverse())
    const cursor = { direction: 'after', id: first.next ?? '' } as const
    const second = await sentRecord(userId, name, { locale: 'en', cursor })
    expect(second.items.map(({ id }) => id)).toEqual(ids.slice(0, 30).reverse())
    expect(second.next).toBeNull()
  })
})

describe('R-NS-17 an address that does not take notices is flagged on the page of the name', () => {
  const bouncedOf = async (userId: string, id: string, ...contacts: ReturnType<typeof contact>[]) =>
    (await bouncedOfName(userId, { id, contacts })).map(({ of, address }) => `${of} ${address}`)

  test('R-NS-17 the account’s and those of the registrant and admin contacts, until a later one arrives', async () => {
    const { userId } = await person()
    const [id, own] = [newId(), `${userId}@example.com`]
    const [registrant, admin, tech] = [
      contact('registrant', 'r@x.example'),
      contact('admin', 'a@x.example'),
      contact('tech', 't@x.example'),
    ]
    await written({ userId, address: own, subjectId: id, state: 'FAILED' })
    await written({ userId: null, address: 'r@x.example', subjectId: id, state: 'FAILED' })
    await written({ userId: null, address: 'a@x.example', subjectId: id, state: 'FAILED' })
    await written({ userId: null, address: 'a@x.example', subjectId: id })
    await written({ userId: null, address: 't@x.example', subjectId: id, state: 'FAILED' })
    expect(await bouncedOf(userId, id, registrant, admin, tech)).toEqual([
      `account ${own}`,
      'registrant r@x.example',
    ])
    await written({ userId, address: own, subjectId: id, state: 'QUEUED' })
    expect(await bouncedView(userId)).toMatchObject({ address: own, at: AT })
    await written({ userId, address: own, subjectId: id })
    expect(await bouncedOf(userId, id, registrant)).toEqual(['registrant r@x.example'])
  })

  test('R-NS-17 not once the address was corrected, and once for two roles', async () => {
    const { userId } = await person()
    const id = newId()
    await written({ userId, address: 'old@example.com', subjectId: id, state: 'FAILED' })
    await written({ userId: null, address: 'r@x.example', subjectId: id, state: 'FAILED' })
    const both = [contact('registrant', 'r@x.example'), contact('admin', 'r@x.example')]
    expect(await bouncedOf(userId, id, ...both)).toEqual(['registrant r@x.example'])
    expect(await bouncedOf(userId, id, contact('registrant', 'new@x.example'))).toEqual([])
  })
})
