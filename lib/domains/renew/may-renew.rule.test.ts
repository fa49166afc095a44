import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { localTime } from '@/lib/kernel/days'
import { decideMayRenew, type NameToRenew } from './may-renew.rule'

const user = (userId: string): Actor => ({
  kind: 'user',
  userId,
  roles: [],
  address: '',
  secondFactor: false,
})
const NAME: NameToRenew = { id: 'name', ownerId: 'owner', nameUnicode: 'gom-xanh.vn', zone: 'vn' }
const VN = 'Asia/Ho_Chi_Minh'
const NOON = localTime('2027-03-10', '12:00', VN)
const ACCEPTED = {
  ...{ domainId: 'name', grantorId: 'owner', email: 'hoa@example.com', contactId: 'contact' },
  ...{ fromDay: '2027-03-01', untilDay: '2027-03-31', acceptedAt: NOON, withdrawnAt: null as Date | null },
}
type Authorisation = Parameters<typeof decideMayRenew>[2][number]

interface Case {
  readonly actor?: Actor
  readonly name?: NameToRenew | null
  readonly authorisations?: readonly Authorisation[]
  readonly now?: Date
}
const decide = ({ actor = user('contact'), name = NAME, authorisations = [ACCEPTED], now = NOON }: Case) =>
  decideMayRenew(actor, name, authorisations, now)

describe('R-VN-06 who may renew', () => {
  test.each<[string, Case]>([
    ['the owner, without any authorisation', { actor: user('owner'), authorisations: [] }],
    ['a contact who has accepted', {}],
    ['a contact on the first day, from its midnight on', { now: localTime('2027-03-01', '00:00', VN) }],
    ['a contact on the last day, to its last minute', { now: localTime('2027-03-31', '23:59', VN) }],
    [
      'a contact with an older, withdrawn one beside it',
      { authorisations: [{ ...ACCEPTED, withdrawnAt: NOON }, ACCEPTED] },
    ],
  ])('R-VN-06 %s may', (_who, given) => {
    expect(decide(given).ok).toBe(true)
  })

  test.each<[string, Case]>([
    ['no such name', { name: null }],
    ['a visitor', { actor: { kind: 'visitor', address: '' } }],
    ['the clock', { actor: { kind: 'clock' } }],
    ['a stranger', { actor: user('stranger') }],
    ['a contact who was authorised for another name', { name: { ...NAME, id: 'other' } }],
    ['a contact whom a former owner authorised', { name: { ...NAME, ownerId: 'new owner' } }],
    [
      'somebody to whom it is only offered',
      { authorisations: [{ ...ACCEPTED, contactId: null, acceptedAt: null }] },
    ],
  ])('R-VN-06 %s: as good as not there', (_who, given) => {
    expect(decide(given)).toEqual({ ok: false, refusal: { code: 'not-found' } })
  })

  test.each<[string, string, Case]>([
    [
      'it was withdrawn',
      'renew-authorisation-withdrawn',
      { authorisations: [{ ...ACCEPTED, withdrawnAt: NOON }] },
    ],
    ['its last day is over', 'renew-authorisation-ended', { now: localTime('2027-04-01', '00:00', VN) }],
    [
      'its first day is to come',
      'renew-authorisation-not-begun',
      { now: localTime('2027-02-28', '23:59', VN) },
    ],
  ])('R-VN-06 a contact who has one is told that %s', (_why, code, given) => {
    expect(decide(given)).toMatchObject({
      refusal: { code, rule: 'R-VN-06', params: { name: 'gom-xanh.vn' } },
    })
  })

  test('R-VN-06 its days are those of the name’s own time zone', () => {
    const now = localTime('2027-04-01', '02:00', VN)
    expect(decide({ now }).ok).toBe(false)
    expect(decide({ now, name: { ...NAME, zone: 'dk' } }).ok).toBe(true)
  })
})
