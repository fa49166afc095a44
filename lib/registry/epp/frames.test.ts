import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { money } from '@/lib/kernel/money'
import {
  type Command,
  loginCommand,
  logoutCommand,
  pollCommand,
  writeCommand,
  writeHello,
} from './command-frame'
import * as contacts from './contact-frames'
import * as domains from './domain-frames'
import * as hosts from './host-frames'
import { EXTENSION_URIS, NAMESPACES, OBJECT_URIS } from './namespaces'
import { noSchemas, openSchemas } from './schemas-under-test'
import { childOf, readEpp, textOf, type XmlNode } from './xml-node'
import { UnsendableText } from './xml-tag'

const offered = new Set<string>([...OBJECT_URIS, ...EXTENSION_URIS])
const at = new Date('2026-03-02T03:00:00Z')
const ds = { keyTag: 12, algorithm: 13, digestType: 2, digest: 'AB'.repeat(32) }
const server = { name: 'ns1.vi-du.vn', addresses: ['192.0.2.1', '2001:db8::1'] }
const postal = {
  name: 'Nguyễn Văn "A" & <con>',
  organisation: "Cty 'B'",
  street: ['1 Phố Huế', 'Tầng 2'],
  city: 'Hà Nội',
  province: 'HN',
  postalCode: '10000',
  country: 'VN',
}
const report = {
  before: 'a',
  after: 'b',
  deletedAt: at,
  restoredAt: at,
  reason: 'c',
  statements: ['d', 'e'],
} as const
const name = 'xn--vd-nja.vn'
const create = {
  name,
  years: 2,
  registrant: 'HOLDER-1',
  contacts: [{ role: 'admin', id: 'HOLDER-1' }],
  nameServers: [server],
  authInfo: 'a&b<c>"\'',
  dsRecords: [ds],
  fee: money(700_000, 'VND'),
} as const
const change = {
  nameServers: [server],
  contacts: [{ role: 'tech', id: 'TECH-1' }],
  statuses: ['clientHold', 'clientUpdateProhibited'],
  dsRecords: [ds],
} as const

const COMMANDS: readonly (readonly [string, Command])[] = [
  ['login', loginCommand({ clientId: 'tenure', password: 'pass&<word>', offered })],
  [
    'login without extensions',
    loginCommand({ clientId: 'tenure', password: 'password', offered: new Set(OBJECT_URIS) }),
  ],
  ['logout', logoutCommand()],
  ['poll', pollCommand()],
  ['acknowledge', pollCommand('12')],
  ['check domains', domains.checkDomains([name, 'b.com.vn'], 3)],
  ['create domain', domains.createDomain(create, 'objects')],
  ['create domain with attributes', domains.createDomain(create, 'attributes')],
  ['create the least domain', domains.createDomain({ name, years: 1, registrant: 'HOLDER-1' }, 'objects')],
  ['create domain with a fee of cents', domains.createDomain({ ...create, fee: money(5, 'EUR') }, 'objects')],
  ['info domain', domains.infoDomain(name)],
  ['info domain with code', domains.infoDomain(name, 'code')],
  ['renew domain', domains.renewDomain({ name, years: 1, currentExpiry: at, fee: money(1, 'VND') })],
  [
    'update domain',
    domains.updateDomain(
      { name, add: change, remove: change, registrant: 'NEW-1', authInfo: 'x' },
      'objects',
    ),
  ],
  ['update domain with attributes', domains.updateDomain({ name, add: change }, 'attributes')],
  ['update domain, code away', domains.updateDomain({ name, authInfo: null }, 'objects')],
  ['update domain, DNSSEC alone', domains.updateDomain({ name, remove: { dsRecords: [ds] } }, 'objects')],
  ['delete domain', domains.deleteDomain(name)],
  ['ask for a restore', domains.restoreDomain({ name })],
  ['report a restore', domains.restoreDomain({ name, report })],
  ...(['request', 'query', 'approve', 'reject', 'cancel'] as const).map(
    (operation) =>
      [
        `transfer ${operation}`,
        domains.transferDomain({ name, operation, authInfo: 'code', years: 1 }),
      ] as const,
  ),
  ['check contacts', contacts.checkContacts(['HOLDER-1', 'HOLDER-2'])],
  [
    'create contact',
    contacts.createContact({
      id: 'HOLDER-1',
      postal,
      voice: '+84912345678',
      fax: '+15550100',
      email: 'a@b.vn',
      authInfo: 'c',
    }),
  ],
  [
    'create the least contact',
    contacts.createContact({
      id: 'HOLDER-1',
      postal: { name: '陳大文', city: '香港', country: 'HK' },
      email: 'a@b.vn',
    }),
  ],
  ['info contact', contacts.infoContact('HOLDER-1')],
  ['update contact', contacts.updateContact({ id: 'HOLDER-1', postal, voice: '', email: 'a@b.vn' })],
  ['delete contact', contacts.deleteContact('HOLDER-1')],
  ['check hosts', hosts.checkHosts([server.name])],
  ['create host', hosts.createHost(server)],
  ['create outside host', hosts.createHost({ name: 'ns.b.example' })],
  ['info host', hosts.infoHost(server.name)],
  [
    'update host',
    hosts.updateHost({
      name: server.name,
      addAddresses: ['192.0.2.2'],
      removeAddresses: ['192.0.2.1'],
      newName: 'ns2.b.vn',
    }),
  ],
  ['delete host', hosts.deleteHost(server.name)],
]

describe.skipIf(noSchemas !== undefined)(
  `frames and schemas${noSchemas === undefined ? '' : ` (${noSchemas})`}`,
  () => {
    const schemas = noSchemas === undefined ? openSchemas() : undefined
    afterAll(() => schemas?.close())

    test.each(COMMANDS)('%s validates', (_what, command) => {
      expect(schemas?.complaints(writeCommand(command, 'clTRID-1', offered))).toEqual([])
    })

    test('hello validates', () => {
      expect(schemas?.complaints(writeHello())).toEqual([])
    })

    test('the schemas do complain', () => {
      expect(schemas?.complaints(writeCommand(hosts.infoHost(''), 'clTRID-1'))).not.toEqual([])
    })

    test('whatever is written in a contact validates and comes back', () => {
      fc.assert(
        fc.property(line, line, (holder, city) => {
          const command = contacts.createContact({
            id: 'HOLDER-1',
            postal: { name: holder, city, country: 'VN' },
            email: 'a@b.vn',
          })
          const xml = writeCommand(command, 'clTRID-1')
          expect(schemas?.complaints(xml)).toEqual([])
        }),
      )
    })
  },
)

const nasty = fc.constantFrom(
  '&',
  '<',
  '>',
  '"',
  "'",
  ']]>',
  '&amp;',
  '<!--',
  'Tiếng Việt',
  '😀',
  'ệ',
  '中',
  '\u00a0',
  '%',
  '\\',
)
const line = fc
  .array(fc.oneof(nasty, fc.string({ unit: 'grapheme', maxLength: 5 })), { minLength: 1, maxLength: 20 })
  .map((parts) =>
    parts
      .join('')
      .replace(/[\p{Cc}\p{Cs}\u{FFFE}\u{FFFF}]/gu, '')
      .trim(),
  )
  .filter((text) => text.length > 0 && text.length <= 255)

function bodyOf(command: Command): XmlNode | undefined {
  return readEpp(Buffer.from(writeCommand(command, 'clTRID-1'))).children[0]?.children[0]
}

test('text of any kind comes back as it was', () => {
  fc.assert(
    fc.property(line, (text) => {
      const body = bodyOf(domains.infoDomain('a.vn', text))
      expect(textOf(childOf(body, 'domain:authInfo'), 'domain:pw')).toBe(text)
    }),
  )
})

test.each(['\u0000', '\u0007', '\n', '\r', '\t', '\u007f', '\ud800', '\uffff'])('%j is refused', (text) => {
  expect(() => writeCommand(hosts.infoHost(`a${text}b`), 'clTRID-1')).toThrow(UnsendableText)
})

test('an extension is sent only where it is offered', () => {
  const command = domains.checkDomains(['a.vn'], 1)
  expect(writeCommand(command, 'clTRID-1')).not.toContain(NAMESPACES.fee)
  expect(writeCommand(command, 'clTRID-1', offered)).toContain(NAMESPACES.fee)
})
