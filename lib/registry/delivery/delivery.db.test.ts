import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deliver as webhook, openCheckoutOf, webhookBody } from '@/lib/billing/billing-under-test'
import { checkBooks } from '@/lib/billing/ledger/check'
import { changeContact } from '@/lib/domains/manage/contact.command'
import { changeNameServers } from '@/lib/domains/manage/name-servers.command'
import { allotDomain } from '@/lib/domains/register/allot.command'
import { provideRegistry } from '@/lib/domains/registry-port'
import { completeDraft, file, freshName, person, reviewAndAccept } from '@/lib/dossiers/dossiers-under-test'
import type { UserActor } from '@/lib/kernel/actor'
import { newId } from '@/lib/kernel/ids'
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { closeGateway, eppRegistryPort } from '../connect'
import type { RegistryGateway } from '../gateway'
import { PASSWORD, type RegistryUnderTest, startRegistryUnderTest } from '../sandbox/registry-under-test'
import { deliverRegistry } from './deliver.job'

let database: TestDatabase
let registry: RegistryUnderTest
let other: RegistryGateway

beforeAll(async () => {
  registry = await startRegistryUnderTest()
  database = await testDatabase()
  const caFile = join(tmpdir(), `ca-${newId()}.pem`)
  writeFileSync(caFile, registry.certificates.ca)
  Object.assign(process.env, {
    EPP_HOST: 'localhost',
    EPP_PORT: String(registry.port),
    EPP_PASSWORD: PASSWORD,
    EPP_CA_FILE: caFile,
  })
  provideRegistry(eppRegistryPort)
  other = registry.otherGateway()
})
afterAll(async () => {
  await closeGateway()
  await registry.stop()
  await database.drop()
})

/** A held name whose slot has come. */
async function held(): Promise<{ owner: UserActor; dossierId: string; domainId: string; name: string }> {
  const owner = await person()
  const name = freshName()
  const dossierId = await completeDraft(owner, name)
  const { invoiceId } = must(await file(owner, dossierId))
  await reviewAndAccept(await person('AGENT'), dossierId)
  const invoice = await db().invoice.findUniqueOrThrow({ where: { id: invoiceId } })
  const reference = await openCheckoutOf(invoiceId)
  must(await webhook(webhookBody({ reference, amount: invoice.total })))
  const domain = await db().domain.findUniqueOrThrow({ where: { dossierId } })
  return { owner, dossierId, domainId: domain.id, name }
}

const send = (domainId: string) => deliverRegistry.run({ subjectType: 'domain', subjectId: domainId })

async function allot(domainId: string): Promise<void> {
  const slot = new Date('2026-01-02T09:30:00Z')
  await db().domain.update({
    where: { id: domainId },
    data: { nextTransitionAt: slot, allotmentSlotAt: slot },
  })
  must(await execute(allotDomain, { domainId }, { actor: { kind: 'clock' } }))
}

const fault = (name: string, kind: string, remaining = 1) =>
  registry.db.query('INSERT INTO sandbox_registry.fault (name, kind, remaining) VALUES ($1, $2, $3)', [
    name,
    kind,
    remaining,
  ])

const statusOf = async (domainId: string) =>
  (await db().domain.findUniqueOrThrow({ where: { id: domainId } })).status

describe('the registry’s word on a held name', () => {
  test('R-NS-08 allotted: created over EPP once, with its contacts; the term runs from the slot', async () => {
    const { domainId, dossierId, name } = await held()
    await send(domainId)
    expect(await statusOf(domainId)).toBe('HELD')
    await allot(domainId)
    await send(domainId)
    const domain = await db().domain.findUniqueOrThrow({ where: { id: domainId } })
    expect(domain.status).toBe('ACTIVE')
    expect(domain.registeredAt).toEqual(new Date('2026-01-02T09:30:00Z'))
    expect(domain.expiresAt).toEqual(new Date('2028-01-02T09:30:00Z'))
    expect(await db().dossier.findUnique({ where: { id: dossierId } })).toMatchObject({ status: 'COMPLETED' })
    const info = await registry.gateway().infoDomain(name)
    expect(info).toMatchObject({ kind: 'done', value: { sponsor: 'tenure' } })
    expect(await checkBooks(db())).toEqual([])
  })

  test('R-NS-08 taken by another meanwhile: the second check gives the hold up and the money becomes credit', async () => {
    const { owner, domainId, dossierId, name } = await held()
    await other.createContact(newId(), {
      id: `X-${name.slice(4, 14)}`,
      postal: { name: 'Other', street: ['1 Phố Huế'], city: 'Hà Nội', country: 'VN' },
      voice: '+84912345678',
      email: 'other@example.com',
    })
    const made = await other.createDomain(newId(), { name, years: 1, registrant: `X-${name.slice(4, 14)}` })
    expect(made.kind).toBe('done')
    await send(domainId)
    expect(await statusOf(domainId)).toBe('REFUSED')
    expect(await db().dossier.findUnique({ where: { id: dossierId } })).toMatchObject({ status: 'FAILED' })
    const [row] = await database.query('SELECT count(*)::int AS n FROM credit_note')
    expect(row?.n).toBeGreaterThan(0)
    expect(owner.userId).toBeTruthy()
    expect(await checkBooks(db())).toEqual([])
  })

  test('refused at the create: the name is given up with the registry’s reason', async () => {
    const { domainId, name } = await held()
    await send(domainId)
    await fault(name, 'refuse')
    await allot(domainId)
    await send(domainId)
    const domain = await db().domain.findUniqueOrThrow({ where: { id: domainId } })
    expect(domain).toMatchObject({ status: 'REFUSED', openName: null })
    expect(domain.refusedReason).toBeTruthy()
  })

  test('a lost answer is unknown, and settled by asking: the name is created once', async () => {
    const { domainId, name } = await held()
    await send(domainId)
    await fault(name, 'lose-answer')
    await allot(domainId)
    await send(domainId)
    const create = await db().registryCommand.findFirstOrThrow({
      where: { subjectId: domainId, kind: 'domain-create' },
    })
    expect(create.state).toBe('UNKNOWN')
    expect(await statusOf(domainId)).toBe('REGISTERING')
    await send(domainId)
    expect(await statusOf(domainId)).toBe('ACTIVE')
    const { rows } = await registry.db.query(
      'SELECT count(*)::int AS n FROM sandbox_registry.domain WHERE name = $1',
      [name],
    )
    expect(rows[0].n).toBe(1)
  })

  test('dropped before it was carried out: asked, found missing, sent again', async () => {
    const { domainId, name } = await held()
    await send(domainId)
    await fault(name, 'drop-before')
    await allot(domainId)
    await send(domainId)
    expect(await statusOf(domainId)).toBe('REGISTERING')
    await send(domainId)
    expect(await statusOf(domainId)).toBe('ACTIVE')
  })

  test('queued anew after a restored backup: the registry has it already, and it is ours', async () => {
    const { domainId, name } = await held()
    await send(domainId)
    await fault(name, 'lose-answer')
    await allot(domainId)
    await send(domainId)
    await db().registryCommand.updateMany({
      where: { subjectId: domainId, kind: 'domain-create' },
      data: { state: 'QUEUED', attempts: 0, sentAt: null },
    })
    await send(domainId)
    expect(await statusOf(domainId)).toBe('ACTIVE')
  })

  test('a worker killed after the send: the row is SENT, and the next worker asks before anything else', async () => {
    const { domainId } = await held()
    await send(domainId)
    await allot(domainId)
    await db().registryCommand.updateMany({
      where: { subjectId: domainId, state: 'QUEUED' },
      data: { state: 'SENT', attempts: 1 },
    })
    await send(domainId)
    expect(await statusOf(domainId)).toBe('ACTIVE')
  })
})

describe('changes of a registered name', () => {
  async function active() {
    const it = await held()
    await send(it.domainId)
    await allot(it.domainId)
    await send(it.domainId)
    return it
  }

  test('name servers are changed at the registry, and changing them twice is changing them once', async () => {
    const { owner, domainId, name } = await active()
    const nameServers = [
      { name: 'ns1.example.net', addresses: [] },
      { name: `ns2.${name}`, addresses: ['192.0.2.53'] },
    ]
    const input = { domainId, parking: false, nameServers }
    must(await execute(changeNameServers, input, { actor: owner }))
    must(await execute(changeNameServers, input, { actor: owner }))
    await send(domainId)
    const info = await registry.gateway().infoDomain(name)
    const servers = info.kind === 'done' ? info.value.nameServers.map((server) => server.name) : []
    expect([...servers].sort()).toEqual(['ns1.example.net', `ns2.${name}`].sort())
    const rows = await db().registryCommand.findMany({ where: { subjectId: domainId, kind: 'name-servers' } })
    expect(rows.map((row) => row.state)).toEqual(['DONE', 'DONE'])
  })

  test('R-NS-16 R-NS-18 a change of contact data reaches our data and the registry', async () => {
    const { owner, domainId } = await active()
    const input = {
      domainId,
      role: 'tech',
      name: 'Trần Thị Kỹ',
      street: '5 Trần Phú',
      city: 'Đà Nẵng',
      country: 'VN',
      email: 'ky@example.com',
      phone: '0987 654 321',
    }
    must(await execute(changeContact, input, { actor: owner }))
    await send(domainId)
    const contact = await db().domainContact.findFirstOrThrow({ where: { domainId, role: 'tech' } })
    expect(contact.data).toMatchObject({ name: 'Trần Thị Kỹ', phone: '+84987654321' })
    const info = await registry.gateway().infoContact(contact.handle)
    expect(info).toMatchObject({
      kind: 'done',
      value: { email: 'ky@example.com', postal: { city: 'Đà Nẵng' } },
    })
  })

  test('another user can change neither', async () => {
    const { domainId } = await active()
    const stranger = await person()
    const input = { domainId, parking: true, nameServers: [] }
    expect(await execute(changeNameServers, input, { actor: stranger })).toMatchObject({
      refusal: { code: 'not-found' },
    })
  })
})
