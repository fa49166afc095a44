import { afterAll, beforeAll, expect, test } from 'vitest'
import { loginCommand, logoutCommand, writeCommand, writeHello } from '../epp/command-frame'
import { checkDomains } from '../epp/domain-frames'
import { encodeFrame } from '../epp/framing'
import { EXTENSION_URIS, OBJECT_URIS } from '../epp/namespaces'
import { connectRaw, type RawClient } from './raw-client'
import { PASSWORD, type RegistryUnderTest, startRegistryUnderTest } from './registry-under-test'

let registry: RegistryUnderTest
beforeAll(async () => {
  registry = await startRegistryUnderTest({
    loginMs: 3_000,
    maxFrameBytes: 20_000,
    maxSessionsPerRegistrar: 12,
  })
})
afterAll(() => registry.stop())

const offered = new Set<string>([...OBJECT_URIS, ...EXTENSION_URIS])
const login = (password = PASSWORD) =>
  writeCommand(loginCommand({ clientId: 'tenure', password, offered }), 'login-1')
const frame = (body: string) =>
  `<?xml version="1.0"?><epp xmlns="urn:ietf:params:xml:ns:epp-1.0">${body}</epp>`

async function open(): Promise<RawClient> {
  const client = await connectRaw(registry.port, registry.certificates.ca)
  expect(await client.next()).toContain('<greeting>')
  return client
}

async function exchange(client: RawClient, xml: string): Promise<string | undefined> {
  client.socket.write(encodeFrame(xml))
  const answer = await client.next()
  return answer === undefined ? undefined : (/code="(\d+)"/.exec(answer)?.[1] ?? answer)
}

async function loggedIn(): Promise<RawClient> {
  const client = await open()
  expect(await exchange(client, login())).toBe('1000')
  return client
}

test('frames may arrive byte by byte and several at once', async () => {
  const client = await open()
  for (const byte of encodeFrame(login())) client.socket.write(Buffer.from([byte]))
  expect(await client.next()).toContain('code="1000"')
  const checks = [1, 2, 3].map((n) => encodeFrame(writeCommand(checkDomains([`ba${n}.vn`], 1), `check-${n}`)))
  client.socket.write(Buffer.concat([...checks, encodeFrame(writeHello())]))
  for (const n of [1, 2, 3]) expect(await client.next()).toContain(`<clTRID>check-${n}</clTRID>`)
  expect(await client.next()).toContain('<greeting>')
  expect(await exchange(client, writeCommand(logoutCommand(), 'logout-1'))).toBe('1500')
  expect(await client.next()).toBeUndefined()
})

test.each([
  ['too long', 20_001],
  ['shorter than its header', 3],
  ['without a body', 4],
  ['of two gigabytes', 0x7fffffff],
])('a frame %s ends the connection', async (_what, length) => {
  const client = await open()
  const header = Buffer.alloc(4)
  header.writeUInt32BE(length)
  client.socket.write(header)
  expect(await client.next()).toBeUndefined()
})

const DOCTYPE = '<!DOCTYPE epp [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'

test.each([
  ['no XML', 'hello', '2001'],
  ['broken XML', '<epp', '2001'],
  ['a document type', `${DOCTYPE}<epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><hello/></epp>`, '2001'],
  ['another root', '<x/>', '2001'],
  ['an empty document', frame(''), '2001'],
  ['no command', frame('<command/>'), '2001'],
  ['an unknown command', frame('<command><fly/><clTRID>abc</clTRID></command>'), '2000'],
  ['no object', frame('<command><info/></command>'), '2001'],
  ['an unknown object', frame('<command><info><x xmlns="urn:x"/></info></command>'), '2307'],
  ['a malformed clTRID', frame('<command><logout/><clTRID>a</clTRID></command>'), '2005'],
  [
    'an unannounced extension',
    frame('<command><poll op="req"/><extension><x xmlns="urn:x"/></extension></command>'),
    '2103',
  ],
  [
    'a contact transfer',
    frame(
      '<command><transfer op="query"><c:transfer xmlns:c="urn:ietf:params:xml:ns:contact-1.0"><c:id>ABC</c:id></c:transfer></transfer></command>',
    ),
    '2101',
  ],
  [
    'a create without a name',
    frame('<command><create><d:create xmlns:d="urn:ietf:params:xml:ns:domain-1.0"/></create></command>'),
    '2003',
  ],
  ['a second login', login(), '2002'],
])('%s is answered and the session goes on', async (_what, xml, code) => {
  const client = await loggedIn()
  expect(await exchange(client, xml)).toBe(code)
  expect(await exchange(client, frame('<command><poll op="req"/></command>'))).toBe('1300')
  client.socket.destroy()
})

test('before the login nothing is done', async () => {
  const client = await open()
  expect(await exchange(client, writeCommand(checkDomains(['a1.vn'], 1), 'check-1'))).toBe('2002')
  client.socket.destroy()
})

test('the third wrong password ends the connection', async () => {
  const client = await open()
  expect(await exchange(client, login('wrong-password'))).toBe('2200')
  expect(await exchange(client, login('wrong-password'))).toBe('2200')
  expect(await exchange(client, login('wrong-password'))).toBe('2501')
  expect(await client.next()).toBeUndefined()
})

test('who does not log in is disconnected', async () => {
  const client = await open()
  expect(await client.next()).toBeUndefined()
})

test('a client that sends and never reads is dropped', async () => {
  const client = await loggedIn()
  client.socket.pause()
  const closed = new Promise((resolve) => client.socket.once('close', resolve))
  const hellos = Buffer.concat(Array.from({ length: 200 }, () => encodeFrame(writeHello())))
  const sending = setInterval(() => client.socket.write(hellos), 1)
  await closed
  clearInterval(sending)
})

test('a registrar has so many sessions and no more', async () => {
  const clients = await Promise.all(Array.from({ length: 13 }, open))
  const codes: (string | undefined)[] = []
  for (const client of clients) codes.push(await exchange(client, login()))
  expect(codes.filter((code) => code === '2502').length).toBeGreaterThan(0)
  for (const client of clients) client.socket.destroy()
})
