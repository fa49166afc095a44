import { afterEach, describe, expect, test } from 'vitest'
import type { Currency } from '@/lib/kernel/money'
import { must } from '@/lib/kernel/result'
import { assumed } from '@/lib/policy/param'
import { zoneById } from '@/lib/policy/resolver'
import { putPublished } from '@/lib/policy/versions/published'
import { priceRenewal, renewalCurrency } from './price.rule'

const FACTS = { inTransfer: false, inReclaim: false, inReturn: false, inViolation: false, isUnderWay: false }
const com = { nameAscii: 'a1.com', nameUnicode: 'a1.com', zone: 'com', status: 'ACTIVE' } as const
const vn = { nameAscii: 'a1.vn', nameUnicode: 'a1.vn', zone: 'vn', status: 'ACTIVE' } as const

afterEach(() => putPublished({ stamp: '', versions: [] }))

describe('fees that change their currency on a day to come', () => {
  const was = zoneById('com').versions[0]!.registry.fees.maintenance[0]!.currency
  const becomes: Currency = was === 'EUR' ? 'USD' : 'EUR'

  test.each([
    ['R-HO-04 before that day: the currency in force', '2027-06-01', was],
    ['R-HO-04 the day before', '2028-02-28', was],
    ['R-HO-04 from that day on', '2028-03-02', becomes],
  ])('%s', (_when, day, currency) => {
    const version = structuredClone(zoneById('com').versions[0]!)
    for (const kind of ['registration', 'maintenance', 'transfer', 'redemption'] as const) {
      const [first] = version.registry.fees[kind]
      if (first) version.registry.fees[kind].push({ ...first, from: '2028-03-01', currency: becomes })
    }
    const content = { ...version, from: assumed('2027-01-01', 'a test') }
    putPublished({ stamp: 'two currencies', versions: [{ zone: 'com', content }] })
    const now = new Date(`${day}T12:00:00Z`)
    expect(renewalCurrency(com, now)).toBe(currency)
    const name = { ...com, expiresAt: new Date('2029-01-01T00:00:00Z') }
    expect(must(priceRenewal(name, { years: 1, now, facts: FACTS })).total.currency).toBe(currency)
  })
})

test('R-VN-08 before the first fees of .vn nothing is priced, and the refusal says so', () => {
  const now = new Date('2023-05-31T12:00:00Z')
  expect(renewalCurrency(vn, now)).toBe('VND')
  const name = { ...vn, expiresAt: new Date('2023-12-01T00:00:00Z') }
  expect(priceRenewal(name, { years: 1, now, facts: FACTS })).toMatchObject({
    refusal: { code: 'fee-unknown' },
  })
})
