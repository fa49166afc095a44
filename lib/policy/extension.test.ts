import { describe, expect, test } from 'vitest'
import { money } from '@/lib/kernel/money'
import {
  type ExtensionWanted,
  extensionGroups,
  extensionLines,
  extensionRows,
  extensionView,
  registriesServed,
} from './extension.query'

const NOW = new Date('2026-03-05T03:00:00Z')
const suffixes = (wanted: ExtensionWanted) => extensionRows(NOW, wanted).map((row) => row.suffix)

describe('the list of extensions', () => {
  test.each([
    ['com.vn', ['com.vn']],
    ['.COM', ['com.vn', 'com.hk', 'com']],
    ['公司', ['xn--55qx5d.xn--j6w193g']],
    ['nothing like it', []],
  ])('filtered by “%s”', (text, expected) => expect(suffixes({ text })).toEqual(expected))

  test.each<[ExtensionWanted, readonly string[]]>([
    [{ registry: 'EURid' }, ['eu']],
    [{ needs: 'at-once', registry: 'VNNIC' }, []],
    [{ needs: 'documents', registry: 'Verisign' }, []],
    [{ needs: 'at-once', text: 'uk' }, ['uk', 'co.uk']],
    [{ opening: 'organisations only', text: 'edu' }, ['edu.vn', 'edu.hk']],
  ])('R-HO-02 narrowed by %j', (wanted, expected) => {
    expect([...suffixes(wanted)].sort()).toEqual([...expected].sort())
  })

  test('every extension stands in exactly one group, and on exactly one line', () => {
    const all = extensionRows(NOW)
    const wanted = all.map((row) => row.suffix).sort()
    for (const groups of [extensionGroups(NOW), extensionLines(all)]) {
      expect(groups.flatMap((group) => group.suffixes.map(({ suffix }) => suffix)).sort()).toEqual(wanted)
    }
  })

  test('extensions that share their terms stand on one line, every one on exactly one', () => {
    const lines = extensionLines(extensionRows(NOW))
    expect(lines.flatMap(({ suffixes }) => suffixes).length).toBe(extensionRows(NOW).length)
    const areas = lines.filter((line) => line.group === 'geographic')
    expect(areas).toHaveLength(1)
    expect(areas[0]?.suffixes.length).toBeGreaterThan(60)
    const commercial = lines.find(({ suffixes }) => suffixes[0]?.suffix === 'com.vn')
    expect(commercial?.suffixes.map(({ suffix }) => suffix)).toEqual(['com.vn', 'net.vn', 'biz.vn', 'ai.vn'])
    expect(extensionLines(extensionRows(NOW, { text: 'hanoi' }))).toHaveLength(1)
  })

  test('registries are listed once, in the order of the policies', () => {
    expect(registriesServed().slice(0, 3)).toEqual(['VNNIC', 'HKIRC', 'Punktum dk'])
    expect(new Set(registriesServed()).size).toBe(registriesServed().length)
  })
})

describe('one extension', () => {
  test('R-VN-08 .vn has fees for one and two characters, other names and Vietnamese-language names', () => {
    expect(extensionView('vn', NOW)?.classes.map((row) => [row.nameClass, row.yearly.amount])).toEqual([
      ['second-level-1', money(40_000_000, 'VND')],
      ['second-level-2', money(10_000_000, 'VND')],
      ['second-level', money(350_000, 'VND')],
      ['idn', money(20_000, 'VND')],
    ])
  })

  test('R-NS-24 the registration fee is shown with the grade of its source', () => {
    expect(extensionView('com.vn', NOW)?.fees?.registration).toMatchObject({ grade: 'assumed' })
  })

  test.each([
    ['R-NS-24 both fees', 'vn', money(450_000, 'VND'), money(350_000, 'VND'), money(350_000, 'VND')],
    ['R-HO-04 the year is in the fee', 'com', money(11_00, 'USD'), money(13_00, 'USD'), money(11_00, 'USD')],
    ['R-HO-04 no fee of transfer', 'dk', money(90_00, 'DKK'), money(90_00, 'DKK'), money(0, 'DKK')],
  ])('%s: .%s first year, further year, transfer', (_rule, suffix, first, yearly, transfer) => {
    const fees = extensionView(suffix, NOW)?.fees
    expect(fees).toMatchObject({ first, yearly: { amount: yearly }, transfer: { total: transfer } })
  })

  test.each([
    ['com', undefined, money(80_00, 'USD')],
    ['ro', money(25_00, 'RON'), undefined],
    ['vn', undefined, undefined],
  ])('R-HO-04 .%s has its fee of reactivation and of redemption', (suffix, reactivation, redemption) => {
    const fees = extensionView(suffix, NOW)?.fees
    expect([fees?.reactivation?.amount, fees?.redemption?.amount]).toEqual([reactivation, redemption])
  })

  test.each([
    ['R-VN-04 R-VN-05', 'vn', ['grace 25 suspension', 'reclaim 15 phase before']],
    ['R-HO-10', 'com', ['grace 30 expiry', 'redemption 30 phase before', 'pending-delete 5 phase before']],
    ['R-HO-07 no phase of no day', 'eu', ['redemption 40 expiry']],
  ])('%s what follows the expiry of a name under .%s', (_rule, suffix, phases) => {
    const told = extensionView(suffix, NOW)?.phases.map(
      ({ kind, days, from }) => `${kind} ${days.value} ${from}`,
    )
    expect(told).toEqual(phases)
  })

  test('R-HO-02 an extension for organisations asks for their documents only', () => {
    const kinds = extensionView('gov.vn', NOW)?.documents.map((entry) => entry.applicantKind)
    expect(new Set(kinds)).toEqual(new Set(['organisation']))
  })

  test('an extension is found by its U-labels too', () => {
    expect(extensionView('公司.香港', NOW)).toMatchObject({
      suffix: 'xn--55qx5d.xn--j6w193g',
      unicode: '公司.香港',
    })
  })

  test('an extension that is not served has no page', () => {
    expect(extensionView('example', NOW)).toBeNull()
  })
})
