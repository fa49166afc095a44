import { expect, test } from 'vitest'
import type { PublicName } from './lookup.query'
import { rdapDomain, rdapError } from './rdap'

const SITE = { origin: 'https://portal.example', now: new Date('2026-11-22T03:00:00Z') }
const NAME: PublicName = {
  nameAscii: 'xn--sch-ela.vn',
  nameUnicode: 'sách.vn',
  zone: 'vn',
  registry: 'VNNIC',
  status: 'ACTIVE',
  onHold: false,
  registeredAt: new Date('2026-01-05T09:30:00Z'),
  expiresAt: new Date('2028-01-05T09:30:00Z'),
  changedAt: new Date('2026-02-01T00:00:00Z'),
  nameServers: ['ns1.example.net', 'ns2.example.net'],
}

test('R-VN-01 anyone learns a name’s expiry and related data, and nothing personal', () => {
  const answer = rdapDomain(NAME, SITE)
  expect(answer).toMatchObject({ objectClassName: 'domain', ldhName: NAME.nameAscii, unicodeName: 'sách.vn' })
  expect(answer.events).toContainEqual({ eventAction: 'expiration', eventDate: '2028-01-05T09:30:00.000Z' })
  expect(answer.nameservers.map((server) => server.ldhName)).toEqual(NAME.nameServers)
  const registrant = answer.entities.find((entity) => entity.roles.includes('registrant'))
  expect(registrant).toEqual({ objectClassName: 'entity', roles: ['registrant'] })
  expect(answer.redacted).toHaveLength(1)
})

test('an ASCII name has no Unicode form beside it, and an error is an RDAP error object', () => {
  const plain = rdapDomain({ ...NAME, nameAscii: 'a.vn', nameUnicode: 'a.vn' }, SITE)
  expect(plain).not.toHaveProperty('unicodeName')
  expect(rdapError(404, 'Not found', 'x')).toMatchObject({
    errorCode: 404,
    title: 'Not found',
    description: ['x'],
  })
})

test.each([
  ['ACTIVE', false, ['active']],
  ['ACTIVE', true, ['client hold']],
  ['EXPIRED', false, ['active', 'auto renew period']],
  ['SUSPENDED', false, ['client hold', 'auto renew period']],
  ['REDEMPTION', false, ['pending delete', 'redemption period']],
  ['RECLAIM', false, ['client hold', 'renew prohibited', 'pending delete']],
  ['PENDING_DELETE', true, ['client hold', 'renew prohibited', 'pending delete']],
] as const)('R-HO-10 a name that is %s (on hold: %s) is told as %j', (status, onHold, expected) => {
  expect(rdapDomain({ ...NAME, status, onHold }, SITE).status).toEqual(expected)
})
