import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { addDays, localTime } from '@/lib/kernel/days'
import { must } from '@/lib/kernel/result'
import { assumed, publicly } from '../param'
import type { ZoneVersion } from '../policy'
import { allZones, policyStamp, versionAt, zoneById } from '../resolver'
import { basisOf, decideBeginning, decideContent, decidePublication } from './draft.rule'
import { FIELD_TOPICS, fieldsOf, withFields } from './fields.rule'
import { withPatch } from './patch.rule'
import { putPublished } from './published'
import { compareVersions, valueKey, valuesOf } from './values.rule'

const com = zoneById('com')
const base = com.versions[0] as ZoneVersion
const basis = basisOf({ reason: 'a decision of the registrar' })
const from = (day: string): ZoneVersion => ({ ...structuredClone(base), from: assumed(day, 'a test') })
const changed = (day: string, graceDays: number) =>
  withPatch(from(day), { registry: { lifeAfterExpiry: { graceDays } } }, basis)

afterEach(() => putPublished({ stamp: '', versions: [] }))

describe('published versions', () => {
  test('any set of them on days of their own ascends, and each day follows the last that began', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 4000 }), { maxLength: 8 })
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 5000 }), (offsets, asked) => {
        const own = offsets.map((offset) => addDays('2027-01-01', offset))
        putPublished({
          stamp: own.join(),
          versions: own.map((day, index) => ({ zone: 'com', content: changed(day, 31 + index) })),
        })
        const zone = zoneById('com')
        const begun = ['2020-01-01', ...own].toSorted()
        expect(zone.versions.map((version) => version.from.value)).toEqual(begun)
        const day = addDays('2027-01-01', asked)
        const at = localTime(day, '12:00', zone.timeZone)
        expect(versionAt(zone, at).from.value).toBe(begun.findLast((entry) => entry <= day))
      }),
      { numRuns: 100 },
    )
  })

  test('they change their zone alone, and the stamp says that something changed', () => {
    const before = allZones()
    const stamp = policyStamp()
    putPublished({ stamp: '1 now', versions: [{ zone: 'com', content: changed('2027-01-01', 40) }] })
    expect(policyStamp()).not.toBe(stamp)
    expect(allZones()).toBe(allZones())
    for (const [index, zone] of allZones().entries()) {
      if (zone.zone !== 'com') expect(zone).toBe(before[index])
    }
  })

  test('one that overlaps a version of the files is an error, not a guess', () => {
    putPublished({ stamp: '1 bad', versions: [{ zone: 'com', content: from('2020-01-01') }] })
    expect(() => allZones()).toThrow('overlaps')
  })
})

describe('values', () => {
  test('every value of every version has a key of its own', () => {
    for (const version of allZones().flatMap((zone) => zone.versions)) {
      const keys = valuesOf(version).map(valueKey)
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  test('two versions differ exactly where a value or what it rests on does', () => {
    const other = must(decideContent(com, changed('2027-01-01', 40)))
    expect(compareVersions([base, base]).filter(({ differs }) => differs)).toEqual([])
    const [only, ...more] = compareVersions([base, other]).filter(({ differs }) => differs)
    expect(more).toEqual([])
    expect(only).toMatchObject({
      topic: 'lifeAfterExpiry-graceDays',
      values: [{ value: 30 }, { value: 40, grade: 'assumed', source: 'a decision of the registrar' }],
    })
  })
})

describe('fields', () => {
  test.each(allZones().flatMap((zone) => FIELD_TOPICS.map((topic) => [zone.zone, topic] as const)))(
    'of .%s, %s: what stands in them changes nothing',
    (zone, topic) => {
      const version = zoneById(zone).versions.at(-1) as ZoneVersion
      const typed = Object.fromEntries(fieldsOf(version, topic).map(({ name, value }) => [name, value]))
      expect(must(withFields(version, topic, typed, basis))).toEqual(version)
    },
  )

  test('a changed fee holds from the first day of the version, in a table of its own', () => {
    const draft = from('2027-01-01')
    const typed = { 'registry.fees.maintenance.standard': '14,50' }
    const { maintenance } = must(withFields(draft, 'fees', typed, basis)).registry.fees
    expect(maintenance.map((table) => table.from)).toEqual(['2020-01-01', '2027-01-01'])
    expect(maintenance[1]?.amounts.standard).toMatchObject({ value: 1450, grade: 'assumed' })
    expect(maintenance[0]?.amounts.standard?.value).toBe(1300)
  })

  test.each([
    ['notices', 'registrar.notices.beforeExpiry', '120, 30 7', [120, 30, 7]],
    [
      'periods',
      'registry.periods#renewMax',
      '5',
      { registerMin: 1, registerMax: 10, renewMin: 1, renewMax: 5 },
    ],
    ['life', 'registry.suspensionAtExpiry', 'yes', true],
  ] as const)('%s: %s takes “%s”', (topic, name, text, value) => {
    const version = must(withFields(from('2027-01-01'), topic, { [name]: text }, basis))
    const found = valuesOf(version).find((entry) => JSON.stringify(entry.value) === JSON.stringify(value))
    expect(found).toMatchObject({ source: 'a decision of the registrar' })
  })

  test.each([
    ['life', 'registry.lifeAfterExpiry.graceDays', '-1'],
    ['life', 'registry.lifeAfterExpiry.graceDays', 'many'],
    ['notices', 'registrar.notices.beforeExpiry', ''],
    ['notices', 'registrar.notices.at', '25:00'],
    ['fees', 'registry.fees.maintenance.standard', '1.234'],
  ] as const)('%s: %s does not take “%s”', (topic, name, text) => {
    expect(withFields(from('2027-01-01'), topic, { [name]: text }, basis)).toMatchObject({
      refusal: { code: 'policy-value-invalid', field: name },
    })
  })
})

test('a patch gives a bare value the basis, takes away with null, and leaves the rest', () => {
  const given = basisOf({ reason: 'Registry notice 7', documentDate: '2026-10-01' })
  const patched = withPatch(from('2027-01-01'), { registrar: { claim: { unpaidDays: 5 } } }, given)
  const version = must(decideContent(com, patched))
  expect(version.registrar.claim.unpaidDays).toEqual(publicly(5, 'Registry notice 7', '2026-10-01'))
  expect(version.registry).toEqual(base.registry)
  const without = withPatch(version, { registrar: { claim: null } }, given)
  expect(decideContent(com, without)).toMatchObject({
    refusal: { code: 'policy-fault-malformed', params: { path: 'registrar.claim' } },
  })
})

test.each([
  ['the day itself', '2026-12-01', false, 'policy-from-past'],
  ['a past day', '2026-11-30', false, 'policy-from-past'],
  ['the day of another version', '2027-06-01', false, 'policy-from-taken'],
  ['a day under names that live by another version', '2027-01-01', true, 'policy-version-used'],
  ['any other later day', '2026-12-02', false, undefined],
])('a version on %s: %s', (_what, day, isLivedIn, code) => {
  const zone = { ...com, versions: [...com.versions, from('2027-06-01')] }
  const decided = decideBeginning({ zone, from: day, today: '2026-12-01', isLivedIn })
  expect(decided.ok ? undefined : decided.refusal.code).toBe(code)
})

test.each([
  ['its author', 'author', 'DRAFT', 'hash', 'policy-own-draft'],
  ['another, who saw something else', 'other', 'DRAFT', 'older', 'policy-draft-changed'],
  ['another, again', 'other', 'PUBLISHED', 'hash', 'policy-not-draft'],
  ['another, after it was withdrawn', 'other', 'WITHDRAWN', 'hash', 'policy-not-draft'],
  ['another', 'other', 'DRAFT', 'hash', undefined],
] as const)('publishing a draft by %s', (_who, userId, state, shown, code) => {
  const draft = { zone: 'com', from: '2027-01-01', state, authorId: 'author', contentHash: 'hash' }
  const decided = decidePublication(draft, userId, shown)
  expect(decided.ok ? undefined : decided.refusal.code).toBe(code)
})
