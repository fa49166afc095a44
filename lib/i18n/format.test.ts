import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { money } from '@/lib/kernel/money'
import { formatCount, formatMoney, formatRelative, instantText } from './format'
import { LOCALES } from './locale'

const ZONE = 'Asia/Ho_Chi_Minh'

describe('formatMoney', () => {
  test.each([
    ['en', 350000n, 'VND', '₫350,000'],
    ['en', -25050n, 'HKD', '-HK$250.50'],
    ['en', 5n, 'EUR', '€0.05'],
    ['en', 1234567890123456789012n, 'USD', 'US$12,345,678,901,234,567,890.12'],
    ['vi', 1234567n, 'VND', '1.234.567\u00a0₫'],
  ] as const)('%s: %s %s', (locale, minor, currency, expected) => {
    expect(formatMoney(locale, money(minor, currency))).toBe(expected)
  })

  test('no digit is lost in any language', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.constantFrom(...LOCALES), (minor, locale) => {
        const digits = formatMoney(locale, money(minor, 'DKK')).replace(/\D/g, '')
        expect(BigInt(digits)).toBe(minor)
      }),
    )
  })
})

describe('formatRelative', () => {
  const now = new Date('2026-11-22T03:00:00Z')
  test.each([
    ['2026-11-22T03:30:00Z', 'in 30 minutes'],
    ['2026-11-22T12:00:00Z', 'in 9 hours'],
    ['2026-11-25T16:59:00Z', 'in 3 days'],
    ['2026-11-25T17:00:00Z', 'in 4 days'],
    ['2026-11-19T03:00:00Z', '3 days ago'],
    ['2027-05-22T03:00:00Z', 'in 5 months'],
    ['2031-11-22T03:00:00Z', 'in 5 years'],
  ])('%s is %s', (at, expected) => expect(formatRelative('en', new Date(at), now, ZONE)).toBe(expected))
})

describe('instantText', () => {
  const at = new Date('2026-11-22T09:30:00Z')
  test('a day stands alone', () => {
    expect(instantText('en', at, { zone: ZONE })).toEqual({ iso: at.toISOString(), text: '22 Nov 2026' })
  })
  test('an hour names its zone, and the reader’s time when that differs', () => {
    const text = instantText('en', at, { zone: ZONE, precision: 'hour', readerZone: 'Europe/Copenhagen' })
    expect(text).toMatchObject({
      text: '22 Nov 2026, 16:30',
      zone: 'GMT+7',
      reader: '22 Nov 2026, 10:30 GMT+1',
    })
  })
  test('a reader in the zone sees it once', () => {
    expect(instantText('vi', at, { zone: ZONE, precision: 'hour', readerZone: ZONE }).reader).toBeUndefined()
  })
})

test('counts are grouped as the language does', () => {
  expect(formatCount('hi', 1234567)).toBe('12,34,567')
  expect(formatCount('da', 1234567)).toBe('1.234.567')
})
