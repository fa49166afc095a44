import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localTime } from '@/lib/kernel/days'
import { newId } from '@/lib/kernel/ids'
import { db } from '@/lib/platform/db'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { zoneById } from '@/lib/policy/resolver'
import { stepsAfter } from '../life.rule'
import { nameFor, setNow } from '../names-under-test'
import { sweepDue } from './sweep.job'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

interface Happened {
  readonly command: string
  readonly dueAt: string
}

const history = (domainId: string) =>
  database.query(
    `SELECT command, data ->> 'dueAt' AS "dueAt" FROM domain_event
     WHERE domain_id = $1 AND data ->> 'dueAt' IS NOT NULL ORDER BY version`,
    [domainId],
  ) as unknown as Promise<Happened[]>

const promised = (zone: string, expiresAt: Date): Happened[] =>
  stepsAfter(zoneById(zone), expiresAt).map(({ command, at }) => ({ command, dueAt: at.toISOString() }))

const VN = 'Asia/Ho_Chi_Minh'

describe('the sweep', () => {
  test.each([
    ['R-VN-04 R-VN-05', 'vn', localTime('2024-06-01', '00:00', VN), '2024-07-12T09:30:00.000Z'],
    ['R-NS-30 R-NS-38', 'vn', localTime('2010-03-05', '00:00', VN), '2010-04-05T09:30:00.000Z'],
    ['R-HO-10', 'com', new Date('2026-03-02T12:00:00Z'), '2026-05-07T20:30:00.000Z'],
  ])(
    '%s a .%s name left alone for a year lives its whole life, each change as promised',
    async (_rule, zone, expiresAt, released) => {
      const id = await nameFor({ zone, expiresAt })
      await setNow(database, new Date(expiresAt.getTime() + 365 * 86_400_000))
      await sweepDue.sweep()
      const happened = await history(id)
      expect(happened).toEqual(promised(zone, expiresAt))
      expect(happened.at(-1)).toEqual({ command: 'release', dueAt: released })
      expect(await db().domain.findUniqueOrThrow({ where: { id } })).toMatchObject({
        status: 'RELEASED',
        openName: null,
        nextTransitionAt: null,
      })
    },
  )

  test('R-NS-32 nothing happens early: a millisecond before its slot a name is not suspended', async () => {
    const expiresAt = localTime('2029-06-02', '00:00', VN)
    const id = await nameFor({ zone: 'vn', expiresAt })
    const suspension = promised('vn', expiresAt)[1]?.dueAt ?? ''
    await setNow(database, new Date(new Date(suspension).getTime() - 60_000))
    await sweepDue.sweep()
    expect((await db().domain.findUniqueOrThrow({ where: { id } })).status).toBe('EXPIRED')
    await setNow(database, new Date(new Date(suspension).getTime() + 1000))
    await sweepDue.sweep()
    expect((await db().domain.findUniqueOrThrow({ where: { id } })).status).toBe('SUSPENDED')
  })

  test('two sweeps at once act once on each name, and the run counts what was done', async () => {
    const expiresAt = localTime('2030-03-04', '09:00', VN)
    const ids: string[] = []
    for (let count = 0; count < 30; count++) ids.push(await nameFor({ zone: 'vn', expiresAt }))
    await setNow(database, new Date(expiresAt.getTime() + 60_000))
    await Promise.all([sweepDue.sweep(), sweepDue.sweep(), sweepDue.sweep()])
    const events = await database.query(
      `SELECT count(*)::int AS n FROM domain_event WHERE domain_id = ANY($1) AND command = 'expire'`,
      [ids],
    )
    expect(events).toEqual([{ n: 30 }])
    const runs = await db().sweepRun.findMany({ where: { steps: { path: ['expire'], gt: 0 } } })
    expect(runs.reduce((sum, run) => sum + run.done, 0)).toBeGreaterThanOrEqual(30)
    expect(runs.every((run) => run.endedAt !== null)).toBe(true)
  })

  test.each([
    ['without a date', null],
    ['whatever date it has', localTime('2031-03-04', '09:00', VN)],
  ])('R-VN-07 a name whose renewal the registry has not answered is left alone, %s', async (_case, date) => {
    const expiresAt = localTime('2031-03-04', '09:00', VN)
    const id = await nameFor({ zone: 'vn', expiresAt })
    await db().domain.update({ where: { id }, data: { renewingId: newId(), nextTransitionAt: date } })
    await setNow(database, new Date(expiresAt.getTime() + 86_400_000))
    await sweepDue.sweep()
    expect(await sweepDue.nextDueAt()).not.toEqual(expiresAt)
    expect((await db().domain.findUniqueOrThrow({ where: { id } })).status).toBe('ACTIVE')
  })

  test('R-NS-29 the registry’s part waits for its work slot', async () => {
    const expiresAt = localTime('2032-06-05', '00:00', VN)
    const id = await nameFor({ zone: 'vn', expiresAt })
    await setNow(database, new Date(expiresAt.getTime() + 20 * 86_400_000))
    await sweepDue.sweep()
    const commands = await db().registryCommand.findMany({ where: { subjectId: id } })
    expect(commands).toMatchObject([{ kind: 'domain-hold', state: 'QUEUED', sequence: 1 }])
    expect(commands[0]?.dueAt?.toISOString()).toBe(promised('vn', expiresAt)[1]?.dueAt)
  })
})
