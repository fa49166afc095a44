import { expect, test } from 'vitest'
import { readServers, refusedServers, serverValues } from './servers-input'

const VALUES = {
  mode: 'own',
  ns1: 'ns1.example.net.',
  ns3: 'ns2.a.vn',
  'ns3.addresses': '192.0.2.1, 2001:db8::1',
}

test('empty places are left out', () => {
  expect(readServers(VALUES)).toEqual({
    parking: false,
    nameServers: [
      { name: 'ns1.example.net', addresses: [] },
      { name: 'ns2.a.vn', addresses: ['192.0.2.1', '2001:db8::1'] },
    ],
  })
})

test('parking sends no name server, whatever is still written', () => {
  expect(readServers({ ...VALUES, mode: 'parking' })).toEqual({ parking: true, nameServers: [] })
})

test.each([
  ['nameServers.1.name', 'ns3'],
  ['nameServers.1.addresses', 'ns3.addresses'],
  ['nameServers.1.addresses.0', 'ns3.addresses'],
  ['nameServers.5.name', 'ns6'],
  ['domainId', 'domainId'],
])('the refusal of %s stands at %s', (field, place) => {
  expect(
    refusedServers({ code: 'input-invalid', field, fields: [{ field, code: 'host-invalid' }] }, VALUES),
  ).toEqual({
    code: 'input-invalid',
    field: place,
    fields: [{ field: place, code: 'host-invalid' }],
  })
})

test('what is shown is read back as it was', () => {
  const servers = [
    { name: 'ns1.example.net', addresses: [] },
    { name: 'ns.a.vn', addresses: ['192.0.2.1'] },
  ]
  expect(readServers(serverValues(servers)).nameServers).toEqual(servers)
})
