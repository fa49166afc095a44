import { describe, expect, test } from 'vitest'
import { decideGrant, type GrantQuestion, lastDayFrom } from './grant.rule'

const NAME = {
  ...{ nameUnicode: 'gom-xanh.vn', ownerId: 'owner', isStanding: true },
  applicantKind: 'ORGANISATION' as 'ORGANISATION' | 'INDIVIDUAL' | null,
}
const PAPER = { uploadedById: 'owner', isWithNames: true, isUsed: false }
const QUESTION: GrantQuestion = {
  grantor: { userId: 'owner', email: 'owner@example.com' },
  names: [NAME, { ...NAME, nameUnicode: 'gom-xanh.com.vn' }],
  paper: PAPER,
  email: 'hoa@example.com',
  ...{ fromDay: '2027-03-01', untilDay: '2028-02-29', today: '2027-03-01' },
}
const refusal = (changes: Partial<GrantQuestion>) => {
  const decided = decideGrant({ ...QUESTION, ...changes })
  return decided.ok ? undefined : decided.refusal
}

describe('R-VN-06 granting', () => {
  test.each<[string, Partial<GrantQuestion>]>([
    ['names of an organisation, from today on', {}],
    ['from a later day on, for a single day', { fromDay: '2027-05-01', untilDay: '2027-05-01' }],
    ['for ten years to the day', { untilDay: '2037-03-01' }],
  ])('R-VN-06 is possible: %s', (_what, changes) => {
    expect(refusal(changes)).toBeUndefined()
  })

  test.each<[string, Partial<GrantQuestion>, object]>([
    ['a name that is not there', { names: [undefined] }, { code: 'not-found' }],
    ['another’s name', { names: [NAME, { ...NAME, ownerId: 'other' }] }, { code: 'not-found' }],
    [
      'a name that is not registered',
      { names: [{ ...NAME, isStanding: false }] },
      { code: 'authorisation-not-registered', rule: 'R-VN-02' },
    ],
    [
      'no paper',
      { paper: null },
      { code: 'authorisation-paper-missing', rule: 'R-VN-06', field: 'documentId' },
    ],
    [
      'another’s paper',
      { paper: { ...PAPER, uploadedById: 'other' } },
      { code: 'authorisation-paper-missing' },
    ],
    [
      'a paper of other names',
      { paper: { ...PAPER, isWithNames: false } },
      { code: 'authorisation-paper-missing' },
    ],
    ['a paper used before', { paper: { ...PAPER, isUsed: true } }, { code: 'authorisation-paper-missing' }],
    ['one’s own address', { email: 'owner@example.com' }, { code: 'authorisation-self', field: 'email' }],
    ['a first day that is no date', { fromDay: '2027-02-30' }, { code: 'date-invalid', field: 'fromDay' }],
    ['a last day that is no date', { untilDay: '2027-13-01' }, { code: 'date-invalid', field: 'untilDay' }],
    ['yesterday', { fromDay: '2027-02-28' }, { code: 'authorisation-begins-before', field: 'fromDay' }],
    ['an end before its beginning', { fromDay: '2028-03-01' }, { code: 'authorisation-ends-before' }],
    [
      'a day more than ten years',
      { untilDay: '2037-03-02' },
      { code: 'authorisation-too-long', field: 'untilDay', params: { years: 10 } },
    ],
  ])('R-VN-06 refused: %s', (_what, changes, wanted) => {
    expect(refusal(changes)).toMatchObject(wanted)
  })

  test.each(['INDIVIDUAL', null] as const)(
    'R-NS-12 an individual’s name (%s) renews by its holder, or by notarised power of attorney',
    (applicantKind) => {
      expect(refusal({ names: [NAME, { ...NAME, nameUnicode: 'bao.vn', applicantKind }] })).toMatchObject({
        ...{ code: 'authorisation-individual', rule: 'R-NS-12', field: 'domainIds' },
        params: { name: 'bao.vn' },
      })
    },
  )

  test('R-VN-06 ten years from 29 February end on 28 February', () => {
    expect(lastDayFrom('2028-02-29')).toBe('2038-02-28')
  })
})
