import { expect, test } from 'vitest'
import { minorDigits } from './amount-typed'

test.each([
  ['350000', 'VND', '350000'],
  ['350.000', 'VND', '350000'],
  ['1,350,000', 'VND', '1350000'],
  ['350 000', 'VND', '350000'],
  ['12', 'EUR', '1200'],
  ['12,5', 'EUR', '1250'],
  ['1.012,50', 'EUR', '101250'],
  ['0.50', 'HKD', '50'],
  ['350.5', 'VND', '350.5'],
  ['-5', 'VND', '-5'],
  ['five', 'EUR', 'five'],
  ['', 'VND', ''],
] as const)('%s in %s is %s', (text, currency, minor) => {
  expect(minorDigits(text, currency)).toBe(minor)
})
