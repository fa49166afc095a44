import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UserActor } from '@/lib/kernel/actor'
import type { Cursor, Page } from '@/lib/kernel/page'
import { must } from '@/lib/kernel/result'
import { execute } from '@/lib/platform/define-command'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { type ApplicationFilter, applicationListView, type ApplicationRow } from './application.query'
import { discardDossier, startDossier } from './declare/draft.command'
import { person, registrySays } from './dossiers-under-test'

let database: TestDatabase
let owner: UserActor
const drafts: string[] = []

beforeAll(async () => {
  database = await testDatabase()
  registrySays('free')
  owner = await person()
  for (let count = 0; count < 45; count++) drafts.push(await draft(owner, `la-${count % 10}-${count}.vn`))
  await draft(owner, 'tiếng-la.vn')
  await draft(await person(), 'la-cua-nguoi-khac.vn')
})
afterAll(() => database.drop())

async function draft(actor: UserActor, name: string): Promise<string> {
  return must(await execute(startDossier, { name }, { actor })).dossierId
}

/** All names of a list, page by page in one direction. */
async function leaf(filter: ApplicationFilter, direction: Cursor['direction'], from?: string) {
  const names: string[] = []
  let cursor: Cursor | undefined = from ? { direction, id: from } : undefined
  for (let pages = 0; pages < 10; pages++) {
    const page: Page<ApplicationRow> = await applicationListView(owner.userId, { ...filter, cursor })
    const shown = page.items.map((row) => row.nameUnicode)
    names.push(...(direction === 'after' ? shown : shown.reverse()))
    const id = direction === 'after' ? page.next : page.previous
    if (!id) break
    cursor = { direction, id }
  }
  return names
}

describe('the list of applications', () => {
  test('forward: newest first, each once, nobody else’s', async () => {
    const names = await leaf({}, 'after')
    expect(names).toHaveLength(46)
    expect(names.slice(0, 2)).toEqual(['tiếng-la.vn', 'la-4-44.vn'])
    expect(new Set(names).size).toBe(46)
  })

  test('by the beginning of a name: in the order of names, forward and backward', async () => {
    const sorted = drafts.map((_id, count) => `la-${count % 10}-${count}.vn`).sort()
    const forward = await leaf({ start: 'LA-' }, 'after')
    expect(forward).toEqual(sorted)
    const last = await applicationListView(owner.userId, { start: 'la-9-9' })
    const backward = await leaf({ start: 'la-' }, 'before', last.items[0]?.id)
    expect(backward.slice(0, 25)).toEqual(sorted.slice(0, 44).reverse().slice(0, 25))
  })

  test.each([
    ['tiếng', 1],
    ['tie', 0],
    ['xn--ting-la-tx1b.vn', 0],
    ['la-3-', 5],
    ['%', 0],
    ['la_', 0],
    ['\u0000', 46],
  ])('beginning with %j: %d', async (start, count) => {
    const { items } = await applicationListView(owner.userId, { start })
    expect(start === '\u0000' ? await leaf({ start }, 'after') : items).toHaveLength(count)
  })

  test('by state, and by state and name together', async () => {
    must(await execute(discardDossier, { dossierId: drafts[7] ?? '' }, { actor: owner }))
    const states = async (filter: ApplicationFilter) => (await leaf(filter, 'after')).length
    expect(await states({ status: 'DRAFT' })).toBe(45)
    expect(await states({ status: 'DRAFT', start: 'la-7-' })).toBe(3)
    expect(await states({ status: 'FILED' })).toBe(0)
  })

  test('a place that is no row of one’s own is the start of the list by name', async () => {
    const [foreign] = (await applicationListView((await person()).userId)).items
    expect(foreign).toBeUndefined()
    const cursor = { direction: 'after' as const, id: drafts[0] ?? '' }
    const other = await person()
    expect((await applicationListView(other.userId, { start: 'la', cursor })).items).toEqual([])
  })
})
