import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OutgoingCommand, queueRegistryCommands } from '@/lib/audit/registry-outbox'
import { nameFor } from '@/lib/domains/names-under-test'
import { newId } from '@/lib/kernel/ids'
import { must, ok } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { handle } from '@/lib/platform/events'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { inUnitOfWork } from '@/lib/platform/unit-of-work'
import { settleRegistryCommand } from './settle.command'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const journal = (domainId: string) =>
  db().registryCommand.findMany({ where: { subjectId: domainId }, orderBy: { sequence: 'asc' } })

/** A name with commands queued call by call; those of one call are one chain. */
async function queued(calls: readonly (readonly string[])[]): Promise<string> {
  const id = await nameFor({ zone: 'vn', expiresAt: new Date('2027-06-01T02:00:00Z') })
  const command = (kind: string): OutgoingCommand => ({ registry: 'vnnic', kind, payload: { name: 'a.vn' } })
  for (const kinds of calls) {
    must(
      await inUnitOfWork({ actor: { kind: 'clock' }, requestId: newId() }, async (uow) =>
        ok(await queueRegistryCommands(uow, { type: 'domain', id }, kinds.map(command))),
      ),
    )
  }
  return id
}

const settle = (commandId: string, outcome: 'DONE' | 'REFUSED') =>
  execute(
    settleRegistryCommand,
    { commandId, outcome, code: outcome === 'DONE' ? 1000 : 2304, message: 'Status prohibits operation' },
    { actor: { kind: 'registry' } },
  )

const RENEWAL = ['domain-restore', 'domain-renew', 'domain-unhold']

test.each<[string, readonly (readonly string[])[], readonly string[]]>([
  ['R-NS-29 a name-server change', [['name-servers'], ['domain-hold']], ['QUEUED']],
  [
    'R-NS-38 a change of contact',
    [['contact-update'], ['domain-delete'], ['domain-release']],
    ['QUEUED', 'QUEUED'],
  ],
  [
    'R-NS-37 a name-server change',
    [['name-servers'], ['name-servers'], ['domain-hold']],
    ['QUEUED', 'QUEUED'],
  ],
  ['R-NS-38 a suspension', [['domain-hold'], ['domain-delete']], ['QUEUED']],
  ['R-HO-10 a restore', [RENEWAL, ['domain-hold']], ['NOT_SENT', 'NOT_SENT', 'QUEUED']],
  [
    'R-NS-37 a renewal',
    [['domain-renew', 'domain-unhold'], ['domain-hold'], ['domain-unhold']],
    ['NOT_SENT', 'QUEUED', 'QUEUED'],
  ],
  ['R-NS-08 a check', [['domain-check'], ['contact-create', 'domain-create']], ['QUEUED', 'QUEUED']],
])(
  '%s that is refused takes along what rests on it, and nothing else (%j)',
  async (_what, calls, expected) => {
    const id = await queued(calls)
    const [first] = await journal(id)
    must(await settle(first!.id, 'REFUSED'))
    const rest = (await journal(id)).slice(1)
    expect(rest.map(({ state }) => state)).toEqual(expected)
    const dropped = rest.filter(({ state }) => state === 'NOT_SENT')
    expect(dropped.every(({ message, code }) => message === 'step-refused' && code === null)).toBe(true)
  },
)

test('R-NS-08 a contact that is refused takes the whole registration along', async () => {
  const id = await queued([['contact-create', 'contact-create', 'domain-create']])
  await db().$transaction([
    db().$executeRaw`SET LOCAL session_replication_role = replica`,
    db().domain.update({ where: { id }, data: { status: 'REGISTERING', version: 2 } }),
    db().$executeRaw`DELETE FROM domain_event WHERE domain_id = ${id}::uuid AND version > 2`,
  ])
  handle('domain.refused', async () => ok())
  const [first] = await journal(id)
  must(await settle(first!.id, 'REFUSED'))
  expect((await journal(id)).map(({ state }) => state)).toEqual(['REFUSED', 'NOT_SENT', 'NOT_SENT'])
  expect((await db().domain.findUniqueOrThrow({ where: { id } })).status).toBe('REFUSED')
})

test('what was not sent is settled: a late answer changes nothing', async () => {
  const id = await queued([['domain-renew', 'domain-unhold']])
  const [renew, unhold] = await journal(id)
  must(await settle(renew!.id, 'REFUSED'))
  must(await settle(unhold!.id, 'DONE'))
  expect((await journal(id)).map(({ state }) => state)).toEqual(['REFUSED', 'NOT_SENT'])
})
