import { expect, test } from 'vitest'
import { allZones } from '@/lib/policy/resolver'
import { zonesToSeed } from './zones'

test('the sandbox registry runs every extension that the policies serve, and no other', () => {
  const served = allZones().flatMap((zone) => zone.suffixes.map(({ suffix }) => suffix))
  expect(zonesToSeed().map(({ name }) => name)).toEqual(served)
  expect(served).toContain('hue.vn')
})

test.each([
  ['vn', 'VND', 350_000, 20_000],
  ['com.vn', 'VND', 250_000, 20_000],
  ['hanoi.vn', 'VND', 100_000, 20_000],
  ['id.vn', 'VND', 50_000, 20_000],
  ['io.vn', 'VND', 20_000, 20_000],
])('R-VN-08 %s costs the registrar what its class says', (name, currency, yearlyFee, idnFee) => {
  expect(zonesToSeed().find((zone) => zone.name === name)).toMatchObject({
    ...{ currency, yearlyFee, idnFee, timeZone: 'Asia/Ho_Chi_Minh', redemptionDays: 0 },
  })
})
