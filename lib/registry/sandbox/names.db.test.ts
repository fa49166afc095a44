import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@/lib/kernel/ids'
import { money } from '@/lib/kernel/money'
import { noSchemas, openSchemas } from '../epp/schemas-under-test'
import type { Outcome, RegistryGateway } from '../gateway'
import { createHolder, type RegistryUnderTest, startRegistryUnderTest } from './registry-under-test'

let registry: RegistryUnderTest
let gateway: RegistryGateway
let other: RegistryGateway
let holder: string

beforeAll(async () => {
  registry = await startRegistryUnderTest()
  gateway = registry.gateway()
  other = registry.otherGateway()
  holder = await createHolder(gateway)
})
afterAll(() => registry.stop())

const SERVERS = [{ name: 'ns1.hosting.example' }, { name: 'ns2.hosting.example' }]

function done<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value
}

async function register(name: string, authInfo?: string): Promise<void> {
  done(await gateway.createDomain(newId(), { name, years: 1, registrant: holder, authInfo }))
}

const DS = { keyTag: 12, algorithm: 13, digestType: 2, digest: 'AB'.repeat(32) }

test('a free name is created at the fee that was told, and info tells all of it', async () => {
  const name = 'song.vn'
  const [free] = done(await gateway.check([name], 2))
  expect(free).toMatchObject({ name, available: true, createFee: money(700_000, 'VND') })
  const created = await gateway.createDomain(newId(), {
    name,
    years: 2,
    registrant: holder,
    contacts: [{ role: 'admin', id: holder }],
    nameServers: SERVERS,
    dsRecords: [DS],
    fee: free?.createFee,
  })
  expect(created).toMatchObject({ kind: 'done', code: 1000 })
  expect(done(created).expiresAt).toEqual(new Date('2028-03-02T03:00:00Z'))
  expect(done(await gateway.infoDomain(name))).toMatchObject({
    name,
    statuses: ['ok'],
    registrant: holder,
    contacts: [{ role: 'admin', id: holder }],
    nameServers: SERVERS,
    sponsor: 'tenure',
    dsRecords: [DS],
  })
  expect(done(await gateway.check([name]))[0]).toMatchObject({ available: false, reason: 'In use' })
})

test('R-VN-03 a name is renewed at any time, not twice by mistake and not beyond ten years', async () => {
  const name = 'gia-han.vn'
  await register(name)
  const currentExpiry = new Date('2027-03-02T03:00:00Z')
  const expiresAt = new Date('2028-03-02T03:00:00Z')
  const renew = (known: Date, years: number) =>
    gateway.renewDomain(newId(), { name, years, currentExpiry: known })
  expect(done(await renew(currentExpiry, 1))).toEqual({ expiresAt })
  expect(await renew(currentExpiry, 1)).toMatchObject({ code: 2306 })
  expect(await renew(expiresAt, 9)).toMatchObject({ code: 2105 })
  expect(done(await renew(expiresAt, 8)).expiresAt).toEqual(new Date('2036-03-02T03:00:00Z'))
})

test('name servers, statuses and DS records are added and taken away', async () => {
  const name = 'doi.vn'
  await register(name)
  const own = { name: `ns.${name}`, addresses: ['192.0.2.1', '2001:db8::1'] }
  const [, second] = SERVERS
  done(await gateway.updateDomain(newId(), { name, add: { nameServers: SERVERS, dsRecords: [DS] } }))
  const add = { nameServers: [own], statuses: ['clientHold'] as const }
  const remove = { nameServers: SERVERS.slice(0, 1), dsRecords: [DS] }
  done(await gateway.updateDomain(newId(), { name, add, remove }))
  expect(done(await gateway.infoDomain(name))).toMatchObject({
    statuses: ['clientHold'],
    nameServers: [second, { name: own.name }],
    subordinateHosts: [own.name],
    dsRecords: [],
  })
  expect(done(await gateway.infoHost(own.name)).addresses).toEqual(own.addresses)
  expect(await gateway.deleteHost(newId(), own.name)).toMatchObject({ code: 2305 })
  expect(await gateway.deleteContact(newId(), holder)).toMatchObject({ code: 2305 })
})

test('R-NS-29 a deleted name is free for others at once', async () => {
  const name = 'tra-lai.vn'
  await register(name)
  done(await gateway.deleteDomain(newId(), name))
  expect(await gateway.infoDomain(name)).toMatchObject({ kind: 'refused', code: 2303 })
  expect(done(await gateway.check([name]))[0]).toMatchObject({ available: true })
})

test('a name under its own name servers is created first and pointed at them then', async () => {
  const own = { name: 'ns1.tu-minh.com.vn', addresses: ['192.0.2.7'] }
  const created = done(
    await gateway.createDomain(newId(), {
      name: 'tu-minh.com.vn',
      years: 1,
      registrant: holder,
      nameServers: [...SERVERS, own],
    }),
  )
  expect(created.pendingNameServers).toEqual([own])
  done(
    await gateway.updateDomain(newId(), {
      name: 'tu-minh.com.vn',
      add: { nameServers: created.pendingNameServers },
    }),
  )
  expect(done(await gateway.infoDomain('tu-minh.com.vn')).nameServers).toHaveLength(3)
})

test('a name takes name servers as attributes as well', async () => {
  const attributes = registry.gateway({ hostModel: 'attributes' })
  const nameServers = [{ name: 'ns1.thuoctinh.vn', addresses: ['192.0.2.9'] }]
  done(
    await attributes.createDomain(newId(), {
      name: 'thuoctinh.vn',
      years: 1,
      registrant: holder,
      nameServers,
    }),
  )
  expect(done(await attributes.infoDomain('thuoctinh.vn')).nameServers).toEqual(nameServers)
  expect(
    await gateway.updateDomain(newId(), { name: 'thuoctinh.vn', add: { nameServers: SERVERS } }),
  ).toMatchObject({ code: 2306 })
})

test('a name registered on 29 February expires on 28 February', async () => {
  const before = registry.now
  registry.now = new Date('2028-02-29T10:00:00Z')
  await register('nhuan.vn')
  registry.now = before
  expect(done(await gateway.infoDomain('nhuan.vn')).expiresAt).toEqual(new Date('2029-02-28T10:00:00Z'))
})

test.each([
  ['vnexpress.vn', 'In use'],
  ['chinhphu.vn', 'Reserved'],
  ['example.zz', 'Zone not served'],
  ['com.vn', 'Zone not served'],
  ['a.b.vn', 'Zone not served'],
  ['-a.vn', 'Bad syntax'],
  ['xn--a.vn', 'Bad syntax'],
])('check tells why %s is not free', async (name, reason) => {
  expect(done(await gateway.check([name]))[0]).toEqual(expect.objectContaining({ available: false, reason }))
})

test.each([
  ['R-VN-08 one character', 'x.vn', 40_000_000],
  ['R-VN-08 two characters', 'xy.vn', 10_000_000],
  ['R-VN-08 other second level', 'xyz.vn', 350_000],
  ['R-VN-08 com.vn', 'x.com.vn', 250_000],
  ['R-VN-08 edu.vn', 'x.edu.vn', 100_000],
  ['R-VN-08 geographic', 'x.hanoi.vn', 100_000],
  ['R-VN-08 id.vn', 'x.id.vn', 50_000],
  ['R-VN-08 io.vn', 'x.io.vn', 20_000],
  ['R-VN-08 Vietnamese-language', 'xn--trng-6qa.vn', 20_000],
])('%s: the registry tells its yearly fee', async (_class, name, fee) => {
  expect(done(await gateway.check([name]))[0]).toMatchObject({ renewFee: money(fee, 'VND') })
})

test.each([
  ['a taken name', { name: 'vnexpress.vn' }, 2302],
  ['a reserved name', { name: 'quochoi.vn' }, 2306],
  ['a zone not served', { name: 'example.zz' }, 2306],
  ['bad syntax', { name: 'a_b.vn' }, 2005],
  ['eleven years', { name: 'lau.vn', years: 11 }, 2004],
  ['an unknown contact', { name: 'vochu.vn', registrant: 'NOBODY' }, 2303],
  ['another fee', { name: 'gia.vn', fee: money(1, 'VND') }, 2004],
  [
    'a host of ours without a name',
    { name: 'may.vn', nameServers: [{ name: 'ns.khongco.vn', addresses: ['192.0.2.1'] }] },
    2303,
  ],
  [
    'an address for a host outside',
    { name: 'may.vn', nameServers: [{ name: 'ns.b.example', addresses: ['192.0.2.1'] }] },
    2306,
  ],
])('create refuses %s', async (_what, request, code) => {
  const outcome = await gateway.createDomain(newId(), { years: 1, registrant: holder, ...request })
  expect(outcome).toMatchObject({ kind: 'refused', code })
})

test("another registrar's name, contact and host are not ours to change", async () => {
  const name = 'vnexpress.vn'
  const refused = { kind: 'refused', code: 2201 }
  expect(await gateway.deleteDomain(newId(), name)).toMatchObject(refused)
  expect(await gateway.updateDomain(newId(), { name, add: { statuses: ['clientHold'] } })).toMatchObject(
    refused,
  )
  expect(await other.infoContact(holder)).toMatchObject(refused)
  expect(await other.updateContact(newId(), { id: holder, email: 'x@example.com' })).toMatchObject(refused)
  expect(await other.deleteContact(newId(), holder)).toMatchObject(refused)
})

test('statuses forbid what they say, and only the lock itself can be taken away', async () => {
  const name = 'khoa.vn'
  await register(name)
  const lock = { statuses: ['clientUpdateProhibited', 'clientDeleteProhibited'] as const }
  done(await gateway.updateDomain(newId(), { name, add: lock }))
  expect(await gateway.updateDomain(newId(), { name, registrant: holder })).toMatchObject({ code: 2304 })
  expect(await gateway.deleteDomain(newId(), name)).toMatchObject({ code: 2304 })
  done(await gateway.updateDomain(newId(), { name, remove: lock }))
  done(await gateway.deleteDomain(newId(), name))
})

test('a contact keeps the parts that an update does not name', async () => {
  const id = await createHolder(gateway, 'HOLDER-2')
  done(await gateway.updateContact(newId(), { id, email: 'new@example.com', voice: '' }))
  const info = done(await gateway.infoContact(id))
  expect(info).toMatchObject({ email: 'new@example.com', postal: { name: 'Nguyễn Văn A', city: 'Hà Nội' } })
  expect(info.voice).toBeUndefined()
  expect(done(await gateway.checkContact([id, 'FREE-ID']))).toMatchObject([
    { id, available: false },
    { id: 'FREE-ID', available: true },
  ])
  done(await gateway.deleteContact(newId(), id))
  expect(await gateway.infoContact(id)).toMatchObject({ code: 2303 })
})

test.skipIf(noSchemas !== undefined)(`every answer validates (${noSchemas ?? 'IETF schemas'})`, () => {
  expect(registry.answers.length).toBeGreaterThan(10)
  const schemas = openSchemas()
  expect(
    registry.answers.flatMap((xml) => schemas.complaints(xml).map((complaint) => complaint + xml)),
  ).toEqual([])
  schemas.close()
})
