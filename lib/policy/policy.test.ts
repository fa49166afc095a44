import { describe, expect, test } from 'vitest'
import { legalDay, localTime } from '@/lib/kernel/days'
import { canonicalName } from '@/lib/kernel/names'
import { must } from '@/lib/kernel/result'
import { allotmentOf, periodsOf } from './effective'
import { assumed, byRule } from './param'
import { parseVersion, parseZone, type ZonePolicy, type ZoneVersion } from './policy'
import { sharedSuffixFaults } from './policy-faults'
import {
  allZones,
  contentHash,
  suffixOf,
  versionAt,
  versionId,
  versionsOf,
  zoneById,
  zoneOf,
} from './resolver'

const vn = zoneById('vn')
const [first, second] = vn.versions as [ZoneVersion, ZoneVersion]
const at = (day: string, time = '00:00') => localTime(day, time, vn.timeZone)
const find = (name: string) => zoneOf(must(canonicalName(name)))
const refusalOf = (name: string) => {
  const found = find(name)
  return found.ok ? `found in ${found.value.suffix.suffix}` : found.refusal.code
}
const changed = (change: (zone: ZonePolicy) => void) => {
  const zone = structuredClone(vn)
  change(zone)
  return () => parseZone(zone)
}
const version = (zone: ZonePolicy, index: number) => zone.versions[index] as ZoneVersion
const from = (day: string) => ({ ...structuredClone(second), from: assumed(day, "the operator's choice") })

describe('zones', () => {
  test('every zone of the list parses, and parsing changes nothing', () => {
    for (const zone of allZones()) expect(parseZone(zone)).toEqual(zone)
  })

  test.each([
    ['example.vn', 'vn', 'example'],
    ['thế-giới.vn', 'vn', 'thế-giới'],
    ['example.com.vn', 'com.vn', 'example'],
    ['trường.edu.vn', 'edu.vn', 'trường'],
    ['cafe.hanoi.vn', 'hanoi.vn', 'cafe'],
    ['comvn.vn', 'vn', 'comvn'],
  ])('%s lies in %s', (name, suffix, label) => {
    expect(must(find(name))).toMatchObject({ suffix: { suffix }, unicodeLabel: label, zone: { zone: 'vn' } })
  })

  test.each([
    ['R-NS-03 vn', 'vn', 'zone-is-extension'],
    ['R-NS-03 com.vn', 'com.vn', 'zone-is-extension'],
    ['R-NS-03 a fourth level', 'a.b.com.vn', 'zone-too-deep'],
    ['R-NS-03 a third level under an ordinary name', 'www.example.vn', 'zone-too-deep'],
    ['R-NS-03 another extension', 'example.zz', 'zone-not-served'],
    ['R-NS-03 an ending that only looks alike', 'examplevn', 'zone-not-served'],
  ])('%s is not open', (_title, name, code) => {
    expect(refusalOf(name)).toBe(code)
  })
})

test('no extension is served by two zones', () => {
  const faults = sharedSuffixFaults([vn, { ...structuredClone(vn), zone: 'hk' }])
  expect(faults.map(({ text }) => text)).toContain('suffix vn is listed by vn and by hk')
})

test.each([
  ['com.vn', 'vn'],
  ['.CO.UK', 'uk'],
  ['公司.香港', 'hk'],
  ['xn--55qx5d.xn--j6w193g', 'hk'],
  ['zz', undefined],
  ['not a name', undefined],
])('the extension %s belongs to %s', (text, zone) => {
  expect(suffixOf(text)?.zone.zone).toBe(zone)
})

describe('versions', () => {
  test.each([
    ['R-NS-30', '2010-03-03', '2008-08-08'],
    ['R-NS-30', '2023-05-31', '2008-08-08'],
    ['R-VN-05', '2023-06-01', '2023-06-01'],
    ['R-VN-05', '2030-01-01', '2023-06-01'],
  ])('%s an expiry on %s follows the version from %s', (_rule, day, expected) => {
    expect(versionAt(vn, at(day)).from.value).toBe(expected)
    expect(versionAt(vn, at(day, '23:59')).from.value).toBe(expected)
  })

  test('an anchor before the first version is an error', () => {
    expect(() => versionAt(vn, at('2008-08-07', '23:59'))).toThrow(RangeError)
  })

  test("an operator's version takes its place by date", () => {
    const versions = versionsOf(vn, [from('2027-01-01'), from('2025-01-01')])
    expect(versions.map((entry) => entry.from.value)).toEqual([
      '2008-08-08',
      '2023-06-01',
      '2025-01-01',
      '2027-01-01',
    ])
    expect(versionAt(vn, at('2026-12-31', '23:59'), versions).from.value).toBe('2025-01-01')
    expect(versionsOf(vn)).toBe(vn.versions)
  })

  test("an operator's version that overlaps another, or is malformed, is refused", () => {
    expect(() => versionsOf(vn, [from('2023-06-01')])).toThrow('overlaps')
    expect(() => versionsOf(vn, [from('2025-01-01'), from('2025-01-01')])).toThrow('overlaps')
    expect(() => versionsOf(vn, [{ from: '2025-01-01' }])).toThrow("vn (operator's version)")
    const classless = from('2025-01-01')
    delete classless.registry.fees.maintenance[0]?.amounts.idn
    expect(() => versionsOf(vn, [classless])).toThrow('no amount for class idn')
  })

  test('the content hash ignores the order of keys and nothing else', () => {
    const turned = Object.fromEntries(Object.entries(second).reverse())
    expect(contentHash(parseVersion(turned, 'vn'))).toBe(contentHash(second))
    expect(contentHash(first)).not.toBe(contentHash(second))
    expect(contentHash(second)).toMatch(/^[0-9a-f]{64}$/)
    expect(versionId(vn, second)).toBe('vn@2023-06-01')
  })

  test.each<[string, (zone: ZonePolicy) => void, string]>([
    ['unsorted versions', (zone) => void zone.versions.reverse(), 'older than'],
    ['overlapping versions', (zone) => void zone.versions.push(version(zone, 1)), 'overlaps'],
    ['a suffix twice', (zone) => void zone.suffixes.push(...zone.suffixes.slice(0, 1)), 'listed twice'],
    ['a date that is none', (zone) => void (version(zone, 0).from.value = '2008-02-30'), 'YYYY-MM-DD'],
    ['an unknown grade', (zone) => void Object.assign(zone.cutOver, { grade: 'hearsay' }), 'cutOver.grade'],
    ['an unknown rule family', (zone) => void Object.assign(zone.cutOver, { grade: 'R-XX-01' }), 'grade'],
    [
      'a zone without its own suffix',
      (zone) => void Object.assign(zone.suffixes[0] ?? {}, { suffix: 'a.hk' }),
      'vn itself',
    ],
    ['a class without a fee', (zone) => void (zone.nameClasses.idn.value = 'other'), 'class other'],
    [
      'fee tables out of order',
      (zone) =>
        void version(zone, 1).registry.fees.maintenance.push(...version(zone, 1).registry.fees.maintenance),
      'do not follow',
    ],
    [
      'a registrar looser in years',
      (zone) => {
        version(zone, 1).registrar.periods = assumed(
          { registerMin: 1, registerMax: 11, renewMin: 1, renewMax: 10 },
          'choice',
        )
      },
      'looser',
    ],
    [
      'a registrar sooner in allotment',
      (zone) => void (version(zone, 1).registrar.allotment = assumed({ hours: 23, slot: true }, 'choice')),
      'sooner',
    ],
    [
      'a registrar restating a document',
      (zone) =>
        void version(zone, 1).registrar.extraDocuments.push(
          ...version(zone, 1).registry.documents.slice(0, 1),
        ),
      'restates',
    ],
  ])('%s refuses to load', (_title, change, fault) => {
    expect(changed(change)).toThrow(fault)
  })

  test("a registrar's stricter layer loads and is what counts", () => {
    const zone = structuredClone(vn)
    const own = version(zone, 1)
    own.registrar.periods = assumed({ registerMin: 1, registerMax: 5, renewMin: 1, renewMax: 5 }, 'choice')
    own.registrar.allotment = byRule({ hours: 48, slot: true }, 'R-NS-08')
    const loaded = version(parseZone(zone), 1)
    expect(periodsOf(loaded).value.registerMax).toBe(5)
    expect(allotmentOf(loaded).value.hours).toBe(48)
    expect(periodsOf(second).value.registerMax).toBe(10)
  })
})

describe("the source documents' values", () => {
  test('R-NS-01 the counter is open every day, online always', () => {
    expect(vn.reception.counter.value).toEqual({
      days: 'every day',
      hours: [
        ['08:00', '11:45'],
        ['13:30', '17:30'],
      ],
    })
    expect(vn.reception.online.value).toBe('always')
  })

  test('R-NS-20 out: 30 days registered or more, more than 30 left', () => {
    expect(second.registry.transfer.out.sinceRegistration.value).toEqual({ operator: '≥', days: 30 })
    expect(second.registry.transfer.out.daysLeft.value).toEqual({ operator: '>', days: 30 })
  })

  test('R-NS-21 in: 30 days left or more, one year added, consent record', () => {
    expect(second.registry.transfer.in).toMatchObject({
      daysLeft: { value: { operator: '≥', days: 30 } },
      addsYears: { value: 1 },
      authority: { value: 'consent-record' },
    })
  })

  test('R-NS-25 three days to pay by post; R-HO-11 the original is Vietnamese', () => {
    expect(second.registry.postalPaymentDays.value).toBe(3)
    expect(second.registry.terms.originalLanguage.value).toBe('vi')
  })

  test('a date without a time is the local start of its day', () => {
    expect(legalDay(at('2024-06-01'), vn.timeZone)).toBe('2024-06-01')
  })
})
