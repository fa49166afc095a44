import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nameFor, setNow } from '@/lib/domains/names-under-test'
import { sweepDue } from '@/lib/domains/sweep/sweep.job'
import { systemClock } from '@/lib/kernel/clock'
import { stepsAfter } from '@/lib/domains/life.rule'
import { legalDay, localTime } from '@/lib/kernel/days'
import { newId } from '@/lib/kernel/ids'
import { db } from '@/lib/platform/db'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { zoneById } from '@/lib/policy/resolver'
import { clockView } from '../clock.query'
import { exceptionCounts } from '../exceptions/counts.query'
import { namesWithoutDate } from '../exceptions/names.query'
import { comingDays, EXPIRIES, HALF_DAYS, PLOT_TIME_ZONE } from './plot.query'
import { latestRun, runList, runView } from './runs.query'

const VN = 'Asia/Ho_Chi_Minh'
const NOW = localTime('2026-12-01', '10:00', VN)
const DAY_MS = 86_400_000

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await setNow(database, NOW)
})
afterAll(() => database.drop())

const run = (over: object = {}) => ({
  ...{ id: newId(), startedAt: NOW, beganAt: systemClock.now(), due: 100, done: 40, failed: 0 },
  steps: { expire: 40 },
  ...over,
})

describe('the runs of the sweep', () => {
  test('tell what was due and done, and what the registry has still to do', async () => {
    const expiresAt = localTime('2026-06-01', '09:00', VN)
    for (let count = 0; count < 3; count++) await nameFor({ zone: 'vn', expiresAt })
    await setNow(database, localTime('2026-06-01', '17:00', VN))
    await sweepDue.sweep()
    const [latest] = (await runList()).items
    expect(latest).toMatchObject({
      ...{ state: 'ended', due: 6, done: 6, failed: 0, open: 3, answered: 0, refused: 0 },
      steps: { expire: 3, suspend: 3 },
    })
    const commands = await db().registryCommand.findMany({ orderBy: { id: 'asc' } })
    await db().registryCommand.update({ where: { id: commands[0]!.id }, data: { state: 'DONE' } })
    await db().registryCommand.update({ where: { id: commands[1]!.id }, data: { state: 'REFUSED' } })
    expect(await runView(latest!.id)).toMatchObject({ open: 1, answered: 1, refused: 1 })
    expect(await latestRun()).toMatchObject({ id: latest!.id, state: 'ended' })
    await setNow(database, NOW)
  })

  test('of two workers that sweep at once each counts its own commands', async () => {
    const expiresAt = localTime('2026-06-02', '09:00', VN)
    await setNow(database, localTime('2026-06-01', '18:00', VN))
    await Promise.all(Array.from({ length: 4 }, () => nameFor({ zone: 'vn', expiresAt })))
    await setNow(database, localTime('2026-06-02', '17:00', VN))
    const other = run()
    await db().sweepRun.create({ data: other })
    await sweepDue.sweep()
    expect(await latestRun()).toMatchObject({ open: 4 })
    expect(await runView(other.id)).toMatchObject({ open: 0 })
    await db().sweepRun.delete({ where: { id: other.id } })
    await setNow(database, NOW)
  })

  test('one that is under way, one that was broken off, and pages there and back', async () => {
    const broken = run()
    await db().sweepRun.create({ data: broken })
    expect(await latestRun()).toMatchObject({ id: broken.id, state: 'running' })
    for (let count = 0; count < 30; count++)
      await db().sweepRun.create({ data: run({ endedAt: systemClock.now() }) })
    const under = run()
    await db().sweepRun.create({ data: under })
    expect(await runView(under.id)).toMatchObject({ state: 'running', due: 100, done: 40 })
    expect(await runView(broken.id)).toMatchObject({ state: 'interrupted', seconds: null })
    const old = run({ beganAt: new Date(systemClock.now().getTime() - DAY_MS) })
    await db().sweepRun.create({ data: old })
    expect(await runView(old.id)).toMatchObject({ state: 'interrupted' })
    const first = await runList()
    const second = await runList({ direction: 'after', id: first.next ?? '' })
    expect(first.items).toHaveLength(25)
    expect(await runList({ direction: 'before', id: second.previous ?? '' })).toEqual(
      expect.objectContaining({ items: expect.arrayContaining([expect.objectContaining({ id: old.id })]) }),
    )
    expect(await runView('no-id')).toBeNull()
    expect(await runView(newId())).toBeNull()
  })
})

describe('the coming 90 days', () => {
  test('count expiries by the registrar’s day, by registry, and nothing outside', async () => {
    const before = await comingDays()
    const at = localTime('2026-12-10', '23:59', VN)
    await nameFor({ zone: 'vn', expiresAt: at })
    await nameFor({ zone: 'vn', expiresAt: new Date(at.getTime() + 60_000) })
    await nameFor({ zone: 'hk', expiresAt: at })
    await nameFor({ zone: 'vn', expiresAt: localTime('2027-06-10', '09:00', VN) })
    const after = await comingDays()
    expect(after).toHaveLength(90)
    expect(after[0]?.day).toBe('2026-12-01')
    expect(after[9]!.expiries - before[9]!.expiries).toBe(2)
    expect(after[10]!.expiries - before[10]!.expiries).toBe(1)
    const sum = (days: readonly { expiries: number }[]) => days.reduce((all, day) => all + day.expiries, 0)
    expect(sum(after) - sum(before)).toBe(3)
    const hk = await comingDays((await db().domain.findFirstOrThrow({ where: { zone: 'hk' } })).registry)
    expect(hk[9]?.expiries).toBe(1)
    expect(sum(hk)).toBe(1)
  })

  test('R-VN-05 R-NS-38 a release is counted where the timeline has it, from the term on', async () => {
    const lives = [
      { zone: 'vn', expiresAt: localTime('2026-10-30', '09:00', VN), status: 'RECLAIM' },
      { zone: 'vn', expiresAt: localTime('2026-12-20', '09:00', VN), status: 'ACTIVE' },
      { zone: 'dk', expiresAt: new Date('2026-11-20T12:00:00Z'), status: 'SUSPENDED' },
      { zone: 'com', expiresAt: new Date('2026-12-10T12:00:00Z'), status: 'ACTIVE' },
    ]
    await sweepDue.sweep()
    const before = await comingDays()
    const ids = await Promise.all(lives.map((life) => nameFor(life)))
    await sweepDue.sweep()
    const after = await comingDays()
    for (const [index, { zone, expiresAt, status }] of lives.entries()) {
      const id = ids[index] ?? ''
      expect(await db().domain.findUniqueOrThrow({ where: { id } })).toMatchObject({ status })
      const release = stepsAfter(zoneById(zone), expiresAt).find((step) => step.command === 'release')
      const day = after.findIndex((entry) => entry.day === legalDay(release!.at, VN))
      expect(day, zone).toBeGreaterThan(0)
      expect(after[day]!.releases, zone).toBeGreaterThan(before[day]!.releases)
    }
    const sum = (days: readonly { releases: number }[]) => days.reduce((all, day) => all + day.releases, 0)
    expect(sum(after) - sum(before)).toBe(lives.length)
  })

  test('what should have been released is counted as today’s', async () => {
    const before = await comingDays()
    const id = await nameFor({ zone: 'vn', expiresAt: localTime('2026-06-02', '09:00', VN) })
    expect((await comingDays())[0]!.releases - before[0]!.releases).toBe(1)
    await sweepDue.sweep()
    expect(await db().domain.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'RELEASED' })
    expect((await comingDays())[0]!.releases - before[0]!.releases).toBe(0)
  })

  test('are read from indexes, whatever the size of the table', async () => {
    await manyNames(20_000)
    const until = new Date(NOW.getTime() + 90 * DAY_MS)
    for (const [sql, index, values] of [
      [EXPIRIES, 'domain_expires_at_id_idx', [NOW, until, PLOT_TIME_ZONE, null]],
      [HALF_DAYS, 'domain_living', [until, ['vn'], [VN], ['16:30']]],
    ] as const) {
      const plan = await planOf(sql, values)
      expect(plan).toContain(index)
      expect(plan).not.toContain('Seq Scan')
    }
  })
})

/** Names that expire over thirty years, straight in the tables. */
async function manyNames(count: number): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.$executeRawUnsafe(`SET LOCAL session_replication_role = replica`)
    await tx.$executeRawUnsafe(
      `INSERT INTO domain (id, name_ascii, open_name, name_unicode, zone, registry, owner_id, dossier_id, status,
        version, years, policy_from, policy_hash, held_at, allotment_due_at, allotment_slot_at, registered_at,
        expires_at, name_servers, next_transition_at)
       SELECT gen_random_uuid(), 'm' || n || '.vn', 'm' || n || '.vn', 'm' || n || '.vn', 'vn', 'vnnic',
        gen_random_uuid(), gen_random_uuid(), 'ACTIVE', 3, 1, '2023-06-01', 'x', $1, $1, $1, $1,
        $1::timestamptz + n * interval '13 hours', '{}', $1::timestamptz + n * interval '13 hours'
       FROM generate_series(1, ${count}) n`,
      NOW,
    )
  })
  await db().$executeRaw`ANALYZE domain`
}

async function planOf(sql: string, values: readonly unknown[]): Promise<string> {
  const rows = await db().$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${sql}`, ...values)
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

test('a name whose next date cannot be computed is found, one under renewal is not', async () => {
  const before = (await exceptionCounts()).names
  const expiresAt = localTime('2027-08-01', '09:00', VN)
  const [stuck, renewing] = [
    await nameFor({ zone: 'vn', expiresAt }),
    await nameFor({ zone: 'vn', expiresAt }),
  ]
  await db().domain.update({ where: { id: stuck }, data: { nextTransitionAt: null } })
  await db().domain.update({ where: { id: renewing }, data: { nextTransitionAt: null, renewingId: newId() } })
  expect((await exceptionCounts()).names - before).toBe(1)
  const { items } = await namesWithoutDate()
  expect(items.map(({ id }) => id)).toContain(stuck)
  expect(items.map(({ id }) => id)).not.toContain(renewing)
})

test('the clock tells all that is due next in one list, in order', async () => {
  // What the other tests gave the registry is overdue and would fill the list.
  await db().registryCommand.updateMany({ where: { state: 'QUEUED' }, data: { state: 'DONE' } })
  const id = await nameFor({ zone: 'vn', expiresAt: localTime('2026-12-02', '09:00', VN) })
  const soon = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000)
  await db().domain.update({
    where: { id },
    data: { nextNoticeAt: soon(1), nextChargeAt: soon(2), reexamineAt: soon(5) },
  })
  await db().nameOrder.create({
    data: {
      ...{ id: newId(), domainId: id, kind: 'lift-violation', atOnce: false, reason: 'x', state: 'WAITING' },
      ...{ requestedBy: 'user:a', requestedAt: NOW, dueAt: soon(3) },
    },
  })
  await db().registryCommand.create({
    data: {
      ...{ id: newId(), registry: 'vnnic', kind: 'domain-hold', subjectType: 'domain', subjectId: id },
      ...{ sequence: 9, payload: {}, state: 'QUEUED', attempts: 0, queuedAt: NOW, dueAt: soon(4) },
    },
  })
  const { nameUnicode } = await db().domain.findUniqueOrThrow({ where: { id } })
  const { due } = await clockView()
  const own = due.filter((row) => row.nameUnicode === nameUnicode && row.at >= NOW)
  expect(own.map(({ what }) => what)).toEqual([
    'notice',
    'charge',
    'order',
    'registry',
    'reexamination',
    'expire',
  ])
  expect([...due].sort((a, b) => a.at.getTime() - b.at.getTime()).map(({ at }) => at)).toEqual(
    due.map(({ at }) => at),
  )
})
