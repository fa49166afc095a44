import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@/lib/kernel/ids'
import { noSchemas, openSchemas } from '../epp/schemas-under-test'
import type { Outcome, RegistryGateway } from '../gateway'
import type { TransferOperation } from '../transfer-types'
import { createHolder, type RegistryUnderTest, startRegistryUnderTest } from './registry-under-test'

let registry: RegistryUnderTest
let gateway: RegistryGateway
let other: RegistryGateway
let holder: string

const DAY = 86_400_000

beforeAll(async () => {
  registry = await startRegistryUnderTest()
  gateway = registry.gateway()
  other = registry.otherGateway()
  holder = await createHolder(gateway)
})
afterAll(() => registry.stop())

function done<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value
}

async function register(name: string, authInfo?: string) {
  done(await gateway.createDomain(newId(), { name, years: 1, registrant: holder, authInfo }))
}

async function drain(side: RegistryGateway): Promise<string[]> {
  const texts: string[] = []
  for (let message = done(await side.poll()); message !== undefined; message = done(await side.poll())) {
    texts.push(`${message.text} ${message.transfer?.status}`)
    done(await side.acknowledge(newId(), message.id))
  }
  return texts
}

const transfer = (side: RegistryGateway, name: string, operation: TransferOperation, authInfo?: string) =>
  side.transferDomain(newId(), { name, operation, authInfo })

test('a transfer needs the code, waits for the losing side, and tells both', async () => {
  const name = 'chuyen.vn'
  await register(name, 'the-right-code')
  expect(await transfer(other, name, 'request', 'wrong')).toMatchObject({ code: 2202 })
  expect(await transfer(other, name, 'request')).toMatchObject({ code: 2003 })
  expect(await transfer(gateway, name, 'request', 'the-right-code')).toMatchObject({ code: 2106 })
  expect(await transfer(other, name, 'approve')).toMatchObject({ code: 2301 })
  const asked = await other.transferDomain(newId(), {
    name,
    operation: 'request',
    authInfo: 'the-right-code',
    years: 1,
  })
  expect(asked).toMatchObject({
    kind: 'done',
    code: 1001,
    value: { status: 'pending', requestedBy: 'other-registrar' },
  })
  expect(await transfer(other, name, 'request', 'the-right-code')).toMatchObject({ code: 2300 })
  expect(done(await gateway.infoDomain(name)).statuses).toContain('pendingTransfer')
  expect(await gateway.deleteDomain(newId(), name)).toMatchObject({ code: 2304 })
  expect(await transfer(other, name, 'approve')).toMatchObject({ code: 2201 })
  expect(await drain(gateway)).toEqual(['Transfer requested. pending'])
  expect(done(await transfer(gateway, name, 'approve'))).toMatchObject({ status: 'clientApproved' })
  expect(await drain(other)).toEqual(['Transfer ended: clientApproved. clientApproved'])
  expect(done(await other.infoDomain(name))).toMatchObject({
    sponsor: 'other-registrar',
    expiresAt: new Date('2028-03-02T03:00:00Z'),
  })
  expect(await transfer(gateway, name, 'request', 'the-right-code')).toMatchObject({ code: 2202 })
})

test.each([
  ['reject', 'clientRejected'],
  ['cancel', 'clientCancelled'],
] as const)('a transfer can end by %s', async (operation, status) => {
  const name = `${operation}.vn`
  await register(name, 'code-of-name')
  done(await transfer(other, name, 'request', 'code-of-name'))
  const side = operation === 'reject' ? gateway : other
  expect(done(await transfer(side, name, operation))).toMatchObject({ status })
  expect(done(await gateway.infoDomain(name)).sponsor).toBe('tenure')
  await drain(gateway)
  await drain(other)
})

test('a lock forbids the transfer', async () => {
  await register('giu.vn', 'code-of-name')
  done(
    await gateway.updateDomain(newId(), { name: 'giu.vn', add: { statuses: ['clientTransferProhibited'] } }),
  )
  expect(await transfer(other, 'giu.vn', 'request', 'code-of-name')).toMatchObject({ code: 2304 })
})

test('silence of the losing side approves after five days, and both hear of it', async () => {
  await register('im.vn', 'code-of-name')
  done(await transfer(other, 'im.vn', 'request', 'code-of-name'))
  await drain(gateway)
  const before = registry.now
  registry.now = new Date(before.getTime() + 5 * DAY)
  expect(await drain(gateway)).toEqual(['Transfer ended: serverApproved. serverApproved'])
  expect(await drain(other)).toEqual(['Transfer ended: serverApproved. serverApproved'])
  expect(done(await gateway.infoDomain('im.vn')).sponsor).toBe('other-registrar')
  registry.now = before
})

test('a message that does not exist cannot be acknowledged', async () => {
  expect(await gateway.acknowledge(newId(), '999999')).toMatchObject({ code: 2303 })
})

test('in a zone with redemption a deleted name is restored by request and report, or purged', async () => {
  await registry.db.query(
    "update sandbox_registry.zone set redemption_days = 30, pending_delete_days = 5 where name = 'net.vn'",
  )
  const before = registry.now
  const names = ['cuu.net.vn', 'bo.net.vn']
  for (const name of names) {
    await register(name)
    expect(await gateway.deleteDomain(newId(), name)).toMatchObject({ kind: 'done', code: 1001 })
  }
  const [name] = names as [string]
  const phases = async (of: string) => done(await gateway.infoDomain(of)).rgpStatuses
  expect(await phases(name)).toEqual(['redemptionPeriod'])
  expect(done(await gateway.check([name]))[0]).toMatchObject({ reason: 'Pending deletion' })
  expect(await gateway.updateDomain(newId(), { name, registrant: holder })).toMatchObject({ code: 2304 })
  done(await gateway.restoreDomain(newId(), { name }))
  expect(await phases(name)).toEqual(['pendingRestore'])
  const report = {
    before: 'registered',
    after: 'registered',
    deletedAt: before,
    restoredAt: before,
    reason: 'deleted by mistake',
    statements: ['The holder asked for it.'],
  } as const
  done(await gateway.restoreDomain(newId(), { name, report }))
  expect(done(await gateway.infoDomain(name))).toMatchObject({ rgpStatuses: [], statuses: ['inactive'] })
  registry.now = new Date(before.getTime() + 31 * DAY)
  expect(await phases('bo.net.vn')).toEqual(['pendingDelete'])
  expect(await gateway.restoreDomain(newId(), { name: 'bo.net.vn' })).toMatchObject({ code: 2304 })
  registry.now = new Date(before.getTime() + 36 * DAY)
  expect(await gateway.infoDomain('bo.net.vn')).toMatchObject({ code: 2303 })
  registry.now = before
})

test.skipIf(noSchemas !== undefined)(`every answer validates (${noSchemas ?? 'IETF schemas'})`, () => {
  expect(registry.answers.length).toBeGreaterThan(10)
  const schemas = openSchemas()
  expect(
    registry.answers.flatMap((xml) => schemas.complaints(xml).map((complaint) => complaint + xml)),
  ).toEqual([])
  schemas.close()
})
