import { describe, expect, test } from 'vitest'
import { money } from '@/lib/kernel/money'
import { extensionGroups, extensionRows, extensionView } from './extension.query'

const NOW = new Date('2026-03-05T03:00:00Z')

describe('the list of extensions', () => {
  test.each([
    ['com.vn', ['com.vn']],
    ['.COM', ['com.vn', 'com.hk', 'com']],
    ['nothing like it', []],
  ])('filtered by “%s”', (filter, expected) =>
    expect(extensionRows(NOW, filter).map((row) => row.suffix)).toEqual(expected),
  )

  test('every extension stands in exactly one group', () => {
    const grouped = extensionGroups(NOW).flatMap((group) => group.suffixes)
    expect(grouped.sort()).toEqual(
      extensionRows(NOW)
        .map((row) => row.suffix)
        .sort(),
    )
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

  test('R-HO-02 an extension for organisations asks for their documents only', () => {
    const kinds = extensionView('gov.vn', NOW)?.documents.map((entry) => entry.applicantKind)
    expect(new Set(kinds)).toEqual(new Set(['organisation']))
  })

  test('an extension that is not served has no page', () => {
    expect(extensionView('example', NOW)).toBeNull()
  })
})
