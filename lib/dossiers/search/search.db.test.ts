import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { nameFor } from '@/lib/domains/names-under-test'
import { provideRegistry, type RegistryAnswer } from '@/lib/domains/registry-port'
import { newId } from '@/lib/kernel/ids'
import { money } from '@/lib/kernel/money'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { MAIN_EXTENSIONS, type SearchView, searchView } from './search.query'

const NOW = new Date('2026-03-05T03:00:00Z')
let database: TestDatabase
let said: Record<string, RegistryAnswer> = {}
let asked: string[] = []

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
beforeEach(() => {
  said = {}
  asked = []
  provideRegistry({
    async check(name) {
      asked.push(name)
      return said[name] ?? 'free'
    },
  })
})

/** An open claim of somebody, without the dossier's whole story behind it. */
async function claimFor(name: string, owner = newId()): Promise<string> {
  const [claim, dossier] = [newId(), newId()]
  await database.query(`SET session_replication_role = replica;
    INSERT INTO name_claim (id, dossier_id, name_ascii, open_name, owner_id, taken_at, dossier_hash)
    VALUES ('${claim}', '${dossier}', '${name}', '${name}', '${owner}', '2026-03-01T00:00:00Z', 'hash');
    SET session_replication_role = DEFAULT`)
  return dossier
}

async function factOf(name: string, kind: string): Promise<void> {
  await database.query(`INSERT INTO name_fact (name_ascii, kind, since) VALUES ($1, $2, $3)`, [
    name,
    kind,
    NOW,
  ])
}

async function groundFor(name: string): Promise<string> {
  const view = await searchView(name, NOW)
  if (view.kind === 'taken') return view.answer.state
  return view.kind === 'refused' ? view.ground : view.kind
}

describe('what a search says of a name', () => {
  test('R-NS-06 a name that exists at the registry is not free', async () => {
    said['taken.vn'] = 'exists'
    expect(await groundFor('taken.vn')).toBe('exists')
  })

  test('R-NS-03 a name that another dossier claims is not free, though the registry has it free', async () => {
    await claimFor('claimed.vn')
    expect(await groundFor('claimed.vn')).toBe('claimed')
  })

  test('R-NS-03 who has applied for the name is led to the application, and nobody else is', async () => {
    const [owner, other] = [newId(), newId()]
    const dossierId = await claimFor('mine.vn', owner)
    const mine = await searchView('mine.vn', NOW, { userId: owner })
    expect(mine).toMatchObject({ kind: 'taken', own: { kind: 'application', dossierId } })
    for (const asker of [{ userId: other }, { address: '192.0.2.9' }]) {
      expect(await searchView('mine.vn', NOW, asker)).not.toHaveProperty('own')
    }
  })

  test('R-NS-06 who holds the name is led to its page, and nobody else is', async () => {
    const owner = newId()
    const held = { zone: 'vn', nameAscii: 'held-by-me.vn', expiresAt: new Date('2027-03-05T03:00:00Z') }
    await nameFor({ ...held, ownerId: owner })
    const mine = await searchView('held-by-me.vn', NOW, { userId: owner })
    expect(mine).toMatchObject({ kind: 'taken', own: { kind: 'name', ascii: 'held-by-me.vn' } })
    expect(await searchView('held-by-me.vn', NOW, { userId: newId() })).not.toHaveProperty('own')
  })

  test.each([
    ['by the policy', 'chinhphu.vn', undefined],
    ['by the registry', 'kept.vn', 'reserved'],
  ] as const)('R-NS-03 a name reserved %s is not open', async (_by, name, answer) => {
    if (answer) said[name] = answer
    expect(await groundFor(name)).toBe('reserved')
  })

  test('R-NS-03 a reserved name of the desk is not open', async () => {
    await factOf('desk-kept.vn', 'reserved')
    expect(await groundFor('desk-kept.vn')).toBe('reserved')
  })

  test('R-NS-04 a name in dispute cannot be applied for', async () => {
    await factOf('disputed.vn', 'dispute')
    expect(await groundFor('disputed.vn')).toBe('in-dispute')
  })

  test('R-NS-04 a name in deletion cannot be applied for until it shows as free', async () => {
    said['leaving.vn'] = 'in-deletion'
    expect(await groundFor('leaving.vn')).toBe('in-deletion')
    said['leaving.vn'] = 'free'
    expect(await groundFor('leaving.vn')).toBe('free')
  })

  test('R-NS-06 a registry that does not answer leaves the name not known, and no offer is made', async () => {
    said['silent.vn'] = 'unknown'
    const view = await searchView('silent.vn', NOW)
    expect(view).toMatchObject({ kind: 'taken', answer: { state: 'unknown' }, others: [] })
  })

  test.each([
    ['exa mple.vn', 'bad-syntax'],
    ['-example.vn', 'bad-syntax'],
    ['пример.vn', 'bad-syntax'],
    ['example.zz', 'not-open'],
    ['com.vn', 'not-open'],
  ])('R-NS-03 %s is %s', async (name, ground) => {
    expect(await groundFor(name)).toBe(ground)
  })

  test('the registry is not asked for what the policy alone refuses', async () => {
    await groundFor('пример.vn')
    await groundFor('chinhphu.vn')
    expect(asked).not.toContain('chinhphu.vn')
  })
})

describe('what is offered before any sign-up', () => {
  async function offered(name: string) {
    const view: SearchView = await searchView(name, NOW)
    if (view.kind !== 'free') throw new Error(`${name} is ${view.kind}`)
    return view
  }

  test('R-HO-02 a free name comes with prices for 1 to 10 years, documents, needs and terms', async () => {
    const { answer, offer } = await offered('example.vn')
    expect(answer.firstYear).toEqual(money(450_000, 'VND'))
    expect(offer.prices.map((price) => price.years)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(offer.prices.at(-1)?.total).toEqual(money(3_600_000, 'VND'))
    expect(offer.documents.map(({ applicantKind, filing }) => `${applicantKind} ${filing}`)).toEqual([
      'individual self',
      'individual delegate',
      'organisation self',
      'organisation delegate',
    ])
    expect(offer.needs).toEqual([{ kind: 'documents', rule: 'R-NS-02' }])
    expect(offer.termsVersion).toMatch(/^registration-/)
  })

  test('R-VN-08 an IDN is found by its letters and by its A-label, at the price of its class', async () => {
    const byLetters = await offered('Thế-Giới.vn')
    const byLabel = await offered(byLetters.answer.ascii)
    expect(byLetters.answer).toMatchObject({ unicode: 'thế-giới.vn', firstYear: money(30_000, 'VND') })
    expect(byLabel.answer).toEqual(byLetters.answer)
  })

  test('an extension for organisations only asks for no documents of individuals', async () => {
    const { offer } = await offered('example.org.vn')
    expect(new Set(offer.documents.map((entry) => entry.applicantKind))).toEqual(new Set(['organisation']))
  })
})

describe('names typed otherwise', () => {
  test('a name without extension is tried under the main ones', async () => {
    said['example.com.vn'] = 'exists'
    const view = await searchView('example', NOW)
    if (view.kind !== 'many') throw new Error(view.kind)
    expect(view.answers.map((answer) => answer.suffix)).toEqual([...MAIN_EXTENSIONS])
    expect(view.answers.find((answer) => answer.suffix === 'com.vn')?.state).toBe('exists')
    expect(asked).toHaveLength(MAIN_EXTENSIONS.length)
  })

  test('a taken name comes with the same name under other extensions', async () => {
    said['example.vn'] = 'exists'
    const view = await searchView('example.vn', NOW)
    expect(view.kind === 'taken' && view.others.map((other) => other.ascii)).toContain('example.com.vn')
  })

  test('a host of a name leads to the name', async () => {
    const view = await searchView('www.shop.example.com.vn', NOW)
    expect(view).toMatchObject({ kind: 'refused', ground: 'not-open', others: [{ ascii: 'example.com.vn' }] })
  })

  test('nothing typed is no search', async () => {
    expect(await searchView('  ', NOW)).toEqual({ kind: 'nothing' })
  })
})

test('a visitor’s searches are limited by address, a signed-in user’s are not', async () => {
  for (let count = 0; count < 60; count++) {
    expect((await searchView('com.vn', NOW, { address: '192.0.2.7' })).kind).toBe('refused')
  }
  expect(await searchView('com.vn', NOW, { address: '192.0.2.7' })).toMatchObject({
    kind: 'limited',
    refusal: { code: 'too-many-tries' },
  })
  expect((await searchView('com.vn', NOW, { address: '192.0.2.8' })).kind).toBe('refused')
  expect((await searchView('com.vn', NOW)).kind).toBe('refused')
})
