import { expect, test } from 'vitest'
import { CURRENCIES, type Currency, money } from '@/lib/kernel/money'
import { decideTopUp, TOP_UP_LIMITS } from './top-up.rule'

test.each<[string, number, Currency, string]>([
  ['the least', 50_000, 'VND', 'ok'],
  ['less than the least', 49_999, 'VND', 'top-up-out-of-range'],
  ['the most', 200_000_000, 'VND', 'ok'],
  ['more than the most', 200_000_001, 'VND', 'top-up-out-of-range'],
  ['the least with cents to it', 5_00, 'USD', 'ok'],
  ['a part of a unit', 5_50, 'USD', 'top-up-not-whole'],
  ['less than the least', 4_00, 'USD', 'top-up-out-of-range'],
  ['a currency in which nothing was invoiced', 100_00, 'DKK', 'top-up-currency'],
])('%s: %i %s is %s', (_what, minor, currency, expected) => {
  const decided = decideTopUp(money(minor, currency), ['USD', 'VND'])
  expect(decided.ok ? 'ok' : decided.refusal.code).toBe(expected)
})

test('every currency has limits, the least below the most', () => {
  for (const currency of Object.keys(CURRENCIES) as Currency[]) {
    const { min, max } = TOP_UP_LIMITS[currency]
    expect(min > 0 && min < max).toBe(true)
  }
})
