import { afterAll, beforeAll, expect, test } from 'vitest'
import { DECLARATION, person } from '@/lib/dossiers/dossiers-under-test'
import { newId } from '@/lib/kernel/ids'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import type { DomainStatus } from '../lifecycle'
import { nameFor } from '../names-under-test'
import { changeContact } from './contact.command'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

/** A name at some point of its life, with the contact that its notices go to. */
async function nameIn(status: DomainStatus) {
  const actor = await person()
  const id = await nameFor({ zone: 'vn', expiresAt: new Date('2027-06-01T00:00:00Z'), ownerId: actor.userId })
  await db().domainContact.create({
    data: {
      ...{ id: newId(), domainId: id, role: 'admin', handle: `H-${id.slice(-12)}`, registered: true },
      ...{ data: { ...DECLARATION.holder }, changedAt: new Date(0) },
    },
  })
  await database.query('ALTER TABLE domain DISABLE TRIGGER USER')
  await database.query('UPDATE domain SET status = $2::"DomainStatus" WHERE id = $1', [id, status])
  await database.query('ALTER TABLE domain ENABLE TRIGGER USER')
  return { actor, id }
}

test.each([
  ['HELD', 'name-not-active'],
  ['ACTIVE', 'ok'],
  ['EXPIRED', 'ok'],
  ['SUSPENDED', 'ok'],
  ['REDEMPTION', 'ok'],
  ['RECLAIM', 'name-not-active'],
  ['RELEASED', 'name-not-active'],
] as const)('R-NS-16 the contact of a name that is %s: %s', async (status, expected) => {
  const { actor, id } = await nameIn(status)
  const { name, street, city, country, phone } = DECLARATION.holder ?? {}
  const contact = { name, street, city, country, phone, email: 'moi@example.vn' }
  const changed = await execute(changeContact, { domainId: id, role: 'admin', ...contact }, { actor })
  expect(changed.ok ? 'ok' : changed.refusal.code).toBe(expected)
  const commands = await db().registryCommand.findMany({ where: { subjectId: id } })
  expect(commands.map(({ kind }) => kind)).toEqual(expected === 'ok' ? ['contact-update'] : [])
})
