import { describe, expect, test } from 'vitest'
import { money } from '@/lib/kernel/money'
import { must } from '@/lib/kernel/result'
import { quoteJson, timelineJson, zoneJson, zonesJson } from './api'
import { API_SCHEMAS } from './api.schema'
import { calculateLife, calculateQuote, extensionNamed } from './calculator.query'

const NOW = new Date('2026-03-02T03:00:00Z')
const timeline = (zone: string, query: object) => timelineJson(must(calculateLife(zone, query)))
const at = (zone: string, query: object) =>
  timeline(zone, query).map(({ kind, at: instant, rule }) => `${kind} ${instant} ${rule}`)
const codeOf = (result: ReturnType<typeof calculateLife> | ReturnType<typeof calculateQuote>) =>
  result.ok ? 'ok' : `${result.refusal.code} ${result.refusal.field}`

describe('the timeline', () => {
  test('R-VN-04 R-VN-05 R-VN-05b .vn, Sat 2024-06-01, to the minute', () => {
    expect(at('vn', { expires: '2024-06-01' })).toEqual([
      'renewal-invited 2024-05-01T09:00:00+07:00 R-NS-27',
      'expires 2024-06-01T00:00:00+07:00 R-NS-29',
      'suspended 2024-06-03T16:30:00+07:00 R-NS-29',
      'pay-by 2024-06-27T00:00:00+07:00 R-VN-05b',
      'last-day-to-renew 2024-06-29T00:00:00+07:00 R-VN-04',
      'reclaim 2024-06-29T00:00:00+07:00 R-VN-05',
      'released 2024-07-12T16:30:00+07:00 R-VN-05',
    ])
  })

  test('R-NS-30 a third level follows the policy of .vn, the first version for an early expiry', () => {
    expect(at('com.vn', { expires: '2010-03-03' }).at(-1)).toBe('released 2010-04-05T16:30:00+07:00 R-NS-38')
  })

  test('R-HO-10 offsets are those of the zone at each date, through the change of the clocks', () => {
    expect(at('com', { expires: '2026-03-02T07:00-05:00' })).toEqual([
      'renewal-invited 2026-02-02T09:00:00-05:00 R-NS-27',
      'expires 2026-03-02T07:00:00-05:00 R-HO-07',
      'redemption 2026-04-02T00:00:00-04:00 R-HO-07',
      'last-day-to-renew 2026-05-02T00:00:00-04:00 R-HO-07',
      'pending-delete 2026-05-02T00:00:00-04:00 R-HO-07',
      'released 2026-05-07T16:30:00-04:00 R-HO-07',
    ])
  })

  test('R-HO-07 where no rule gives a date, its note says what it rests on', () => {
    const notes = timeline('com', { expires: '2026-03-02' }).map(({ kind, note }) => [kind, note])
    expect(Object.fromEntries(notes)).toMatchObject({
      ...{ 'renewal-invited': null, expires: null },
      'last-day-to-renew': expect.stringMatching(/^public: ICANN .+, \d{4}-\d\d-\d\d$/),
      released: expect.stringMatching(/^assumed: /),
    })
    expect(timeline('vn', { expires: '2010-03-03' }).at(-1)?.note).toMatch(/^provisional: /)
  })

  test('a date that rests on holidays nobody has published says so', () => {
    const notes = timeline('vn', { expires: '2027-02-05' }).map((event) => event.note !== null)
    expect(notes).toContain(true)
    expect(timeline('vn', { expires: '2024-06-01' }).every((event) => event.note === null)).toBe(true)
  })

  test('an offset whose plus sign was not encoded is understood', () => {
    expect(at('vn', { expires: '2024-06-01T00:00 07:00' })).toEqual(at('vn', { expires: '2024-06-01' }))
  })

  test('what lies before the registration is left out', () => {
    expect(at('vn', { expires: '2024-06-01', registered: '2024-05-15' })[0]).toContain('expires')
  })

  test.each([
    ['zz', { expires: '2024-06-01' }, 'extension-unknown zone'],
    ['vn', {}, 'input-invalid expires'],
    ['vn', { expires: '2024-02-30' }, 'input-invalid expires'],
    ['vn', { expires: 'tomorrow' }, 'input-invalid expires'],
    ['vn', { expires: '2024-06-01', registered: '2025-01-01' }, 'expiry-before-registration expires'],
    ['vn', { expires: '2008-08-07' }, 'life-out-of-range expires'],
    ['vn', { expires: '2101-01-01' }, 'life-out-of-range expires'],
  ])('%s %j is refused: %s', (zone, query, code) => {
    expect(codeOf(calculateLife(zone, query))).toBe(code)
  })
})

describe('the quote', () => {
  const quote = (zone: string, query: object) => quoteJson(must(calculateQuote(zone, query, NOW)))

  test.each([
    [
      'R-NS-24',
      'vn',
      { name: 'example.vn', operation: 'register', years: '2' },
      ['registration 100000 VND', 'maintenance 700000 VND'],
    ],
    ['R-VN-08', 'vn', { name: 'ab', operation: 'renew' }, ['maintenance 10000000 VND']],
    ['R-VN-08', 'com.vn', { name: 'phở.com.vn', operation: 'renew' }, ['maintenance 20000 VND']],
    ['R-NS-21', 'vn', { name: 'example.vn', operation: 'transfer' }, ['maintenance 350000 VND']],
    [
      'R-HO-10',
      'com',
      { name: 'example.com', operation: 'restore' },
      ['maintenance 1300 USD', 'redemption 8000 USD'],
    ],
    [
      'R-HO-04',
      'ro',
      { name: 'exemplu.ro', operation: 'restore' },
      ['maintenance 4900 RON', 'reactivation 2500 RON'],
    ],
    ['R-HO-04', '公司.香港', { name: '例子', operation: 'register' }, ['registration 20000 HKD']],
  ])('%s %s %j', (_rule, zone, query, expected) => {
    expect(quote(zone, query).map((line) => `${line.kind} ${line.amount} ${line.currency}`)).toEqual(expected)
  })

  test.each([
    ['vn', { operation: 'register' }, 'input-invalid name'],
    ['vn', { name: 'example.vn' }, 'input-invalid operation'],
    ['vn', { name: 'example.vn', operation: 'sell' }, 'input-invalid operation'],
    ['vn', { name: 'example.com.vn', operation: 'register' }, 'name-of-other-extension name'],
    ['vn', { name: '-', operation: 'register' }, 'name-edge-hyphen name'],
    ['vn', { name: 'example.vn', operation: 'renew', years: '11' }, 'years-out-of-range years'],
    ['vn', { name: 'example.vn', operation: 'renew', years: 'x' }, 'input-invalid years'],
    ['vn', { name: 'example.vn', operation: 'renew', on: '2023-05-31' }, 'fee-unknown undefined'],
    ['vn', { name: 'example.vn', operation: 'renew', on: '1999-01-01' }, 'life-out-of-range on'],
  ])('%s %j is refused: %s', (zone, query, code) => {
    expect(codeOf(calculateQuote(zone, query, NOW))).toBe(code)
  })

  test('a quote holds amounts, not floats', () => {
    const [line] = must(calculateQuote('com', { name: 'example.com', operation: 'renew', years: '3' }, NOW))
    expect(line?.amount).toEqual(money(3900, 'USD'))
  })
})

test('R-HO-04 every extension is listed once, and answers as the description of the API says', () => {
  const { ZoneSummary, Zone, TimelineEvent, QuoteLine } = API_SCHEMAS
  const zones = zonesJson(NOW)
  expect(new Set(zones.map((zone) => zone.zone)).size).toBe(zones.length)
  for (const summary of zones) {
    const { zone } = ZoneSummary.parse(summary)
    const whole = Zone.parse(JSON.parse(JSON.stringify(zoneJson(must(extensionNamed(zone)), NOW))))
    expect(whole.fees.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['registration', 'maintenance']),
    )
    TimelineEvent.array().parse(timeline(zone, { expires: '2026-12-24' }))
    QuoteLine.array().parse(
      quoteJson(must(calculateQuote(zone, { name: 'example', operation: 'restore' }, NOW))),
    )
  }
})
