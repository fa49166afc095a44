import { describe, expect, test } from 'vitest'
import {
  type AuthorisationFacts,
  authorisationState,
  decideAccept,
  decideEnd,
  partIn,
} from './authorisation.rule'

const AT = new Date('2027-03-05T03:00:00Z')
const OFFERED: AuthorisationFacts = {
  ...{ grantorId: 'owner', email: 'hoa@example.com', contactId: null },
  ...{ fromDay: '2027-03-01', untilDay: '2027-03-31', acceptedAt: null, withdrawnAt: null },
}
const ACCEPTED: AuthorisationFacts = { ...OFFERED, contactId: 'contact', acceptedAt: AT }
const WITHDRAWN: AuthorisationFacts = { ...ACCEPTED, withdrawnAt: AT }
const TODAY = '2027-03-10'
const AFTER = '2027-04-01'
const CONTACT = { userId: 'contact', email: 'hoa@example.com', isConfirmed: true }
const OWNER = { userId: 'owner', email: 'owner@example.com', isConfirmed: true }
const STRANGER = { userId: 'stranger', email: 'other@example.com', isConfirmed: true }

describe('R-VN-06 how an authorisation stands', () => {
  test.each([
    ['offered', OFFERED, TODAY],
    ['offered', OFFERED, '2027-02-01'],
    ['accepted', ACCEPTED, TODAY],
    ['accepted', ACCEPTED, '2027-03-31'],
    ['ended', ACCEPTED, AFTER],
    ['ended', OFFERED, AFTER],
    ['withdrawn', WITHDRAWN, TODAY],
    ['withdrawn', WITHDRAWN, AFTER],
    ['withdrawn', { ...OFFERED, withdrawnAt: AT }, TODAY],
  ] as const)('R-VN-06 %s', (state, facts, today) => {
    expect(authorisationState(facts, today)).toBe(state)
  })

  test.each([
    ['who granted it', OFFERED, OWNER, 'grantor'],
    ['whose address it is offered to', OFFERED, CONTACT, 'contact'],
    [
      'who accepted, under another address by now',
      ACCEPTED,
      { ...CONTACT, email: 'new@example.com' },
      'contact',
    ],
    ['whose address it was, accepted by another', { ...ACCEPTED, contactId: 'other' }, CONTACT, null],
    ['who has nothing to do with it', ACCEPTED, STRANGER, null],
  ] as const)('R-VN-06 the part of somebody %s', (_who, facts, person, part) => {
    expect(partIn(facts, person)).toBe(part)
  })
})

describe('R-VN-06 accepting and ending', () => {
  const codeOf = (decided: ReturnType<typeof decideAccept>) => (decided.ok ? 'ok' : decided.refusal.code)

  test.each([
    ['ok', OFFERED, CONTACT, TODAY],
    ['ok', OFFERED, CONTACT, '2027-02-01'],
    ['email-not-confirmed', OFFERED, { ...CONTACT, isConfirmed: false }, TODAY],
    ['not-found', OFFERED, STRANGER, TODAY],
    ['not-found', OFFERED, OWNER, TODAY],
    ['authorisation-accepted', ACCEPTED, CONTACT, TODAY],
    ['authorisation-withdrawn', { ...OFFERED, withdrawnAt: AT }, CONTACT, TODAY],
    ['authorisation-ended', OFFERED, CONTACT, AFTER],
  ] as const)('R-VN-06 accepting: %s', (code, facts, person, today) => {
    expect(codeOf(decideAccept(facts, person, today))).toBe(code)
  })

  test.each([
    ['ok', OFFERED, OWNER, 'grantor', TODAY],
    ['ok', ACCEPTED, OWNER, 'grantor', TODAY],
    ['ok', OFFERED, CONTACT, 'contact', TODAY],
    ['ok', ACCEPTED, CONTACT, 'contact', TODAY],
    ['not-found', ACCEPTED, CONTACT, 'grantor', TODAY],
    ['not-found', ACCEPTED, OWNER, 'contact', TODAY],
    ['not-found', ACCEPTED, STRANGER, 'grantor', TODAY],
    ['email-not-confirmed', OFFERED, { ...CONTACT, isConfirmed: false }, 'contact', TODAY],
    ['authorisation-withdrawn', WITHDRAWN, OWNER, 'grantor', TODAY],
    ['authorisation-ended', ACCEPTED, OWNER, 'grantor', AFTER],
  ] as const)('R-VN-06 ending: %s', (code, facts, person, as, today) => {
    expect(codeOf(decideEnd(facts, person, as, today))).toBe(code)
  })
})
