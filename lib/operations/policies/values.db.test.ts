import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { policiesView, zoneView } from './policies.query'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

test('the list of values begins with what no rule states, and is narrowed by zone, ground and text', async () => {
  const all = await policiesView({ grade: 'any', text: '', page: 1 })
  const unsure = await policiesView({ grade: 'unsure', text: '', page: 1 })
  expect(unsure.found).toBeLessThan(all.found)
  expect(unsure.values.every(({ grade }) => grade === 'assumed' || grade?.startsWith('public'))).toBe(true)
  const icann = await policiesView({ grade: 'public', text: 'icann', page: 99 })
  expect(icann.values.map(({ topic, zone }) => `${zone} ${topic}`)).toContain(
    'com lifeAfterExpiry-redemptionDays',
  )
  expect(
    (await policiesView({ zone: 'vn', grade: 'any', text: '', page: 1 })).values.every(
      ({ zone }) => zone === 'vn',
    ),
  ).toBe(true)
  expect((await zoneView('vn'))?.compared.some(({ differs }) => differs)).toBe(true)
  expect(await zoneView('zz')).toBeNull()
})
