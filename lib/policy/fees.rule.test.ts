import { describe, expect, test } from 'vitest'
import { localTime } from '@/lib/kernel/days'
import { canonicalName } from '@/lib/kernel/names'
import { must } from '@/lib/kernel/result'
import { nameClass, quoteRegistration, quoteRenewal, quoteTransfer, type RenewalPhase } from './fees.rule'
import { versionAt, zoneById, zoneOf } from './resolver'

const vn = zoneById('vn')
const filing = localTime('2026-03-02', '10:00', vn.timeZone)
const found = (name: string) => must(zoneOf(must(canonicalName(name))))
const quote = (name: string, years: number, at = filing) =>
  quoteRegistration(found(name), versionAt(vn, at), years, at)

describe('fees of .vn', () => {
  test.each([
    ['a.vn', 'second-level-1', 40_000_000n, 100_000n],
    ['ab.vn', 'second-level-2', 10_000_000n, 100_000n],
    ['abc.vn', 'second-level', 350_000n, 100_000n],
    ['a.com.vn', 'third-level-business', 250_000n, 100_000n],
    ['shop.net.vn', 'third-level-business', 250_000n, 100_000n],
    ['shop.biz.vn', 'third-level-business', 250_000n, 100_000n],
    ['shop.ai.vn', 'third-level-business', 250_000n, 100_000n],
    ['truong.edu.vn', 'third-level-sector', 100_000n, 50_000n],
    ['so.gov.vn', 'third-level-sector', 100_000n, 50_000n],
    ['hoi.org.vn', 'third-level-sector', 100_000n, 50_000n],
    ['vien.ac.vn', 'third-level-sector', 100_000n, 50_000n],
    ['benhvien.health.vn', 'third-level-sector', 100_000n, 50_000n],
    ['to.int.vn', 'third-level-sector', 100_000n, 50_000n],
    ['cafe.hanoi.vn', 'third-level-sector', 100_000n, 50_000n],
    ['tin.info.vn', 'third-level-information', 50_000n, 50_000n],
    ['luat.pro.vn', 'third-level-information', 50_000n, 50_000n],
    ['an.id.vn', 'third-level-information', 50_000n, 50_000n],
    ['an.name.vn', 'third-level-personal', 20_000n, 10_000n],
    ['an.io.vn', 'third-level-personal', 20_000n, 10_000n],
    ['thế-giới.vn', 'idn', 20_000n, 10_000n],
    ['xn--th-gii-xi8b1i.vn', 'idn', 20_000n, 10_000n],
    ['ế.vn', 'idn', 20_000n, 10_000n],
    ['phở.com.vn', 'idn', 20_000n, 10_000n],
  ])('R-VN-08 %s is class %s', (name, expected, yearly, once) => {
    expect(nameClass(found(name))).toBe(expected)
    const lines = must(quote(name, 1))
    expect(lines.map((line) => line.amount)).toEqual([
      { minor: once, currency: 'VND' },
      { minor: yearly, currency: 'VND' },
    ])
  })

  test('R-NS-24 one registration fee, and one maintenance fee for each year', () => {
    expect(must(quote('example.vn', 3))).toEqual([
      {
        kind: 'registration',
        nameClass: 'second-level',
        amount: { minor: 100_000n, currency: 'VND' },
        rule: 'R-NS-24',
        source: 'public notice, unverified',
        grade: 'assumed',
        since: '2023-06-01',
      },
      {
        kind: 'maintenance',
        nameClass: 'second-level',
        amount: { minor: 1_050_000n, currency: 'VND' },
        years: 3,
        rule: 'R-VN-08',
        source: 'R-VN-08',
        grade: 'R-VN-08',
        since: '2023-06-01',
      },
    ])
  })

  test.each([0, 11, 1.5, -1, Number.NaN])('R-NS-28 %d years are refused', (years) => {
    expect(quote('example.vn', years)).toMatchObject({
      refusal: { code: 'years-out-of-range', params: { min: 1, max: 10 } },
    })
  })

  test('no price is invented for a day before the fee table', () => {
    const early = localTime('2023-05-31', '23:59', vn.timeZone)
    expect(quote('example.vn', 1, early)).toMatchObject({ refusal: { code: 'fee-unknown' } })
  })
})

describe('fees of other extensions', () => {
  const lines = (name: string, quoted: 'register' | 'transfer' | RenewalPhase, years = 1) => {
    const where = found(name)
    const version = versionAt(where.zone, filing)
    const quoteOf = () => {
      if (quoted === 'register') return quoteRegistration(where, version, years, filing)
      if (quoted === 'transfer') return quoteTransfer(where, version, filing)
      return quoteRenewal(where, version, { years, phase: quoted, at: filing })
    }
    return must(quoteOf()).map((line) => `${line.kind} ${line.amount.minor} ${line.rule}`)
  }

  test.each([
    ['R-HO-04 the first year', 'example.com', 'register', 1, ['registration 1100 R-HO-04']],
    [
      'R-HO-04 further years',
      'example.com',
      'register',
      3,
      ['registration 1100 R-HO-04', 'maintenance 2600 R-HO-04'],
    ],
    ['R-HO-09 one year in it', 'example.com', 'transfer', 1, ['transfer 1100 R-HO-04']],
    ['R-HO-10 in grace at list price', 'example.com', 'grace', 2, ['maintenance 2600 R-HO-04']],
    [
      'R-HO-10 in redemption with its fee',
      'example.com',
      'redemption',
      1,
      ['maintenance 1300 R-HO-04', 'redemption 8000 R-HO-10'],
    ],
    [
      'R-HO-04 reactivation',
      'example.ro',
      'grace',
      1,
      ['maintenance 4900 R-HO-04', 'reactivation 2500 R-HO-04'],
    ],
    ['R-NS-28 R-VN-08 in the term', 'example.vn', 'term', 2, ['maintenance 700000 R-VN-08']],
    ['R-VN-04 after the suspension', 'example.vn', 'grace', 1, ['maintenance 350000 R-VN-08']],
    ['R-NS-21 the next year', 'example.vn', 'transfer', 1, ['maintenance 350000 R-VN-08']],
  ] as const)('%s: %s, %s, %i', (_rule, name, quoted, years, expected) => {
    expect(lines(name, quoted, years)).toEqual(expected)
  })
})
