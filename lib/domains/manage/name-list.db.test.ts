import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DomainStatus } from '@/lib/domains/lifecycle'
import { newId } from '@/lib/kernel/ids'
import { db } from '@/lib/platform/db'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { nameListView } from './name.query'

let database: TestDatabase
const owner = newId()
const AT = new Date('2026-03-02T03:00:00Z')

beforeAll(async () => {
  database = await testDatabase()
  await hold(owner, 60)
  for (let count = 0; count < 20; count++) await hold(newId(), 100)
  await db().$executeRaw`ANALYZE domain`
})
afterAll(() => database.drop())

const nameAt = (ownerId: string, count: number) =>
  `${count % 3 === 0 ? 'sen' : 'cúc'}-${ownerId.slice(-6)}-${count}.vn`

/** Names held for somebody, straight in the tables: how they came there is the matter of other tests. */
async function hold(ownerId: string, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_none, index) => ({
    id: newId(),
    ...{ nameAscii: `x${ownerId.slice(-6)}${index}.vn`, nameUnicode: nameAt(ownerId, index) },
    openName: `x${ownerId.slice(-6)}${index}.vn`,
    ...{ zone: 'vn', registry: 'vnnic', ownerId, dossierId: newId(), status: 'HELD' as DomainStatus },
    ...{ version: 1, years: 1, policyFrom: '2023-06-01', policyHash: 'x', nameServers: [] },
    ...{ heldAt: AT, allotmentDueAt: AT, allotmentSlotAt: AT },
  }))
  const event = { version: 1, from: 'NEW', command: 'hold', to: 'HELD', actor: 'clock', at: AT, data: {} }
  await db().$transaction([
    db().domain.createMany({ data: rows }),
    db().domainEvent.createMany({ data: rows.map(({ id }) => ({ domainId: id, ...event })) }),
  ])
}

/** The plan of a list's query, as text. */
async function planOf(where: string, order: string): Promise<string> {
  const rows = await db().$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(
    `EXPLAIN SELECT * FROM domain WHERE owner_id = '${owner}' AND open_name IS NOT NULL AND ${where} ORDER BY ${order} LIMIT 21`,
  )
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

describe('the list of names', () => {
  test('leafs forward and back to the very page it came from', async () => {
    const first = await nameListView(owner)
    const second = await nameListView(owner, { cursor: { direction: 'after', id: first.next ?? '' } })
    const back = await nameListView(owner, { cursor: { direction: 'before', id: second.previous ?? '' } })
    expect(first.items).toHaveLength(20)
    expect(back).toEqual(first)
    expect(second.items.some(({ id }) => first.items.some((row) => row.id === id))).toBe(false)
  })

  test('by the beginning of a name, by state, and nobody else’s', async () => {
    const found = await nameListView(owner, { start: 'Sen-' })
    expect(found.items).toHaveLength(20)
    expect(found.items.every((row) => row.nameUnicode.startsWith(`sen-${owner.slice(-6)}`))).toBe(true)
    expect((await nameListView(owner, { start: 'cúc' })).next).not.toBeNull()
    expect((await nameListView(owner, { start: 'sen', status: 'ACTIVE' })).items).toEqual([])
    expect((await nameListView(owner, { status: 'HELD' })).items).toHaveLength(20)
    expect((await nameListView(newId(), { start: 'sen' })).items).toEqual([])
  })

  test.each([
    ['by state', `status = 'HELD'`, 'id DESC', /domain_owner_id_status_id_idx|domain_owner_id_id_idx/],
    [
      'by name',
      `name_unicode >= 'sen' AND name_unicode < 'seo' AND name_unicode >= 'sen-x'`,
      'name_unicode, id',
      /domain_owner_id_name_unicode_id_idx/,
    ],
  ])('%s is read from an index, without sorting', async (_what, where, order, index) => {
    const plan = await planOf(where, order)
    expect(plan).toMatch(index)
    expect(plan).not.toMatch(/Sort|Seq Scan/)
  })
})
