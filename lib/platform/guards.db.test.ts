import { afterAll, beforeAll, expect, test } from 'vitest'
import { INVOICE_LIFECYCLE } from '@/lib/billing/lifecycle'
import { DOMAIN_LIFECYCLE } from '@/lib/domains/lifecycle'
import { DOSSIER_LIFECYCLE } from '@/lib/dossiers/lifecycle'
import { newId } from '@/lib/kernel/ids'
import { type TestDatabase, testDatabase } from './test-database'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

test('the edges in the database are those of the code', async () => {
  const rows = await database.query('SELECT lifecycle, "from", command, "to" FROM lifecycle_edge')
  const stored = rows.map((row) => `${row.lifecycle} ${row.from} ${row.command} ${row.to}`)
  const declared = [DOSSIER_LIFECYCLE, DOMAIN_LIFECYCLE, INVOICE_LIFECYCLE].flatMap((lifecycle) =>
    lifecycle.edges.map((edge) => `${lifecycle.name} ${edge.from} ${edge.command} ${edge.to}`),
  )
  expect(stored.sort()).toEqual(declared.sort())
})

const insertDossier = `INSERT INTO dossier (id, owner_id, operation, zone, name_ascii, name_unicode, status, version,
  years, declaration, created_at, saved_at, identity_checked)
  VALUES ($1, $2, 'register', 'vn', 'a.vn', 'a.vn', $3::"DossierStatus", 1, 1, '{}', now(), now(), false)`
const insertEvent = `INSERT INTO dossier_event (dossier_id, version, "from", command, "to", actor, at, data)
  VALUES ($1, $2, $3, $4, $5, 'setup', now(), '{}')`

test('a status without its event does not commit', async () => {
  await expect(database.query(insertDossier, [newId(), newId(), 'DRAFT'])).rejects.toMatchObject({
    code: 'TN002',
  })
})

test.each([
  ['an edge that is not declared', 'NEW', 'file', 'FILED'],
  ['an edge that does not start where the record stands', 'DRAFT', 'file', 'FILED'],
])('%s is refused', async (_what, from, command, to) => {
  await expect(database.query(insertEvent, [newId(), 1, from, command, to])).rejects.toMatchObject({
    code: 'TN001',
  })
})

test('the audit trail cannot be changed, emptied or cut', async () => {
  await database.query(
    `INSERT INTO audit_event (id, at, system_at, actor_kind, action, subject_type, subject_id,
    request_id, data) VALUES ($1, now(), now(), 'setup', 'a', 'b', 'c', 'd', '{}')`,
    [newId()],
  )
  for (const sql of [
    "UPDATE audit_event SET action = 'x'",
    'DELETE FROM audit_event',
    'TRUNCATE audit_event',
  ]) {
    await expect(database.query(sql)).rejects.toMatchObject({ code: 'TN003' })
  }
})

test('the business clock only goes forward', async () => {
  await database.query('INSERT INTO demo_clock (id, offset_ms) VALUES (1, 1000)')
  await expect(database.query('UPDATE demo_clock SET offset_ms = 999')).rejects.toMatchObject({
    code: 'TN001',
  })
  await database.query('UPDATE demo_clock SET offset_ms = 1001')
})
