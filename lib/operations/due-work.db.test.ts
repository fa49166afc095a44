import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import '@/lib/wiring'
import { chargeDue } from '@/lib/domains/renew/charge.job'
import { nameFor, setNow } from '@/lib/domains/names-under-test'
import { person } from '@/lib/dossiers/dossiers-under-test'
import { newId } from '@/lib/kernel/ids'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import { type DueRow, dueRows } from '@/lib/platform/due-rows'
import type { DueWork } from '@/lib/platform/jobs'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { carryOutClockMove, sweepAll } from './due-work'

const NOW = new Date('2027-01-10T00:00:00Z')
const day = (number: number) => new Date(Date.UTC(2027, 0, number))

let database: TestDatabase
beforeAll(async () => {
  process.env.DEMO = '1'
  database = await testDatabase()
})
beforeEach(async () => {
  await db().stuckWork.deleteMany()
  await db().clockMove.deleteMany()
  await setNow(database, NOW)
})
afterAll(() => database.drop())

/** A kind of work with rows in memory: carried out, a row is due no more. */
function kind(name: string, rows: DueRow[], act: (id: string) => Promise<Result<unknown>>) {
  const left = [...rows]
  const done: string[] = []
  const work = dueRows({
    name,
    batch: 2,
    first: async (limit) => left.slice(0, limit),
    async act(id) {
      const acted = await act(id)
      if (acted.ok) {
        done.push(id)
        const index = left.findIndex((row) => row.id === id)
        if (index >= 0) left.splice(index, 1)
      }
      return acted
    },
  })
  return { work, done, left }
}

const rowsOf = (count: number): DueRow[] =>
  Array.from({ length: count }, (_none, index) => ({ id: `row-${index}`, at: day(index + 1) }))
const stuck = () => db().stuckWork.findMany({ orderBy: [{ work: 'asc' }, { subjectId: 'asc' }] })
const endPauses = () => database.query("UPDATE stuck_work SET retry_at = now() - interval '1 second'")

const broken = (state: { isMended: boolean; calls: number }): DueWork => ({
  name: 'a-broken-kind',
  nextDueAt: async () => (state.isMended ? null : day(5)),
  sweep: async () => {
    state.calls++
    if (!state.isMended) throw new Error('it broke\nthe table is not there')
    return 0
  },
})

describe('a kind of work that throws', () => {
  test('stops none of the others, is listed and left alone for a while, and comes back', async () => {
    const state = { isMended: false, calls: 0 }
    const other = kind('b-kind', rowsOf(3), async () => ok())
    expect(await sweepAll([broken(state), other.work])).toBe(3)
    expect(await sweepAll([broken(state), other.work])).toBe(0)
    expect(state.calls).toBe(1)
    expect(await stuck()).toMatchObject([
      { work: 'a-broken-kind', subjectId: '', tries: 1, problem: 'the table is not there' },
    ])
    await endPauses()
    await sweepAll([broken(state)])
    expect(await stuck()).toMatchObject([{ tries: 2 }])
    state.isMended = true
    await endPauses()
    await sweepAll([broken(state)])
    expect([await stuck(), state.calls]).toEqual([[], 3])
  })
})

describe('a row that cannot be carried out', () => {
  const poisoned = (count: number, mended = new Set<string>()) =>
    kind('rows', rowsOf(count), async (id) => {
      if (id === 'row-0' && !mended.has(id)) return refuse('not-now')
      if (id === 'row-1' && !mended.has(id)) throw new Error('no policy for zone zz')
      return ok()
    })

  test('blocks none behind it, counts as nothing, and is listed', async () => {
    const { work, done } = poisoned(6)
    expect(await sweepAll([work])).toBe(4)
    expect(done).toEqual(['row-2', 'row-3', 'row-4', 'row-5'])
    expect(await stuck()).toMatchObject([
      { work: 'rows', subjectId: 'row-0', problem: 'not-now', tries: 1 },
      { work: 'rows', subjectId: 'row-1', problem: 'no policy for zone zz', tries: 1 },
    ])
    expect(await work.nextDueAt()).toBeNull()
    expect(await sweepAll([work])).toBe(0)
  })

  test('is tried again after pauses that grow, and leaves the list when it works', async () => {
    const mended = new Set<string>()
    const { work, done } = poisoned(2, mended)
    const pauses: number[] = []
    for (let tries = 0; tries < 10; tries++) {
      await sweepAll([work])
      const [row] = await stuck()
      pauses.push((row!.retryAt.getTime() - row!.triedAt.getTime()) / 1000)
      await endPauses()
    }
    expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 320, 600, 600, 600])
    for (const id of ['row-0', 'row-1']) mended.add(id)
    expect(await sweepAll([work])).toBe(2)
    expect([done, await stuck()]).toEqual([['row-0', 'row-1'], []])
  })

  test('one that stays due although it was carried out ends the run all the same', async () => {
    const [row] = rowsOf(1)
    const work = dueRows({
      name: 'rows',
      batch: 2,
      first: async () => [row!],
      act: async () => ok(),
    })
    expect(await sweepAll([work])).toBe(1)
    expect(await stuck()).toMatchObject([{ problem: 'still due after it was carried out' }])
  })

  test('a name of an extension that has no policy does not keep the others from their charge', async () => {
    const { userId: ownerId } = await person()
    const expiresAt = new Date('2027-06-01T00:00:00Z')
    const [poison, good] = [
      await nameFor({ zone: 'vn', expiresAt, ownerId }),
      await nameFor({ zone: 'vn', expiresAt, ownerId }),
    ]
    await db().domain.updateMany({ where: { id: poison }, data: { zone: 'zz', nextChargeAt: day(1) } })
    await db().domain.updateMany({
      where: { id: good },
      data: { autoRenew: 'CREDIT', nextChargeAt: day(2) },
    })
    expect(await sweepAll([chargeDue])).toBe(1)
    expect(await stuck()).toMatchObject([{ work: 'domains.charge', subjectId: poison }])
    const after = await db().domain.findUniqueOrThrow({ where: { id: good } })
    expect(after.nextChargeAt).toEqual(new Date('2027-05-18T02:00:00Z'))
    await db().domain.updateMany({ where: { id: poison }, data: { nextChargeAt: null } })
  })
})

describe('moving the clock', () => {
  const TARGET = day(20)
  async function move(works: readonly DueWork[]) {
    await db().clockMove.create({ data: { id: newId(), target: TARGET, requestedAt: NOW } })
    expect(await carryOutClockMove(works)).toBe(true)
    const { problem, finishedAt } = await db().clockMove.findFirstOrThrow()
    expect(finishedAt).not.toBeNull()
    return { problem, isThere: (await businessNow()) >= TARGET }
  }

  test('stops where a kind of work does not get done, and says so', async () => {
    const { problem, isThere } = await move([broken({ isMended: false, calls: 0 })])
    expect([problem, isThere]).toEqual([
      `work due at ${day(5).toISOString()} could not be carried out`,
      false,
    ])
  })

  test('goes on past a single row, and tells of it at the end', async () => {
    const late = rowsOf(15)
    const { work, done } = kind('rows', late, async (id) => (id === 'row-12' ? refuse('not-now') : ok()))
    const { problem, isThere } = await move([work])
    expect([problem, isThere]).toEqual([
      'work that was due could not be carried out: 1 among the exceptions',
      true,
    ])
    expect(done).toHaveLength(14)
  })

  test('says nothing when all is done; and says when what is due cannot be told', async () => {
    expect(await move([kind('rows', rowsOf(15), async () => ok()).work])).toEqual({
      problem: null,
      isThere: true,
    })
    await db().clockMove.deleteMany()
    await setNow(database, NOW)
    const mute: DueWork = {
      name: 'mute',
      sweep: async () => 0,
      nextDueAt: () => Promise.reject(new Error('no such table')),
    }
    expect(await move([mute])).toEqual({ problem: 'what is due next cannot be told', isThere: false })
  })
})
