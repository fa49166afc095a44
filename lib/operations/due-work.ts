/** Carries out what is due by the business clock, and moves that clock in demonstration mode. */
import { setTimeout as sleep } from 'node:timers/promises'
import { systemClock } from '@/lib/kernel/clock'
import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import type { DueWork } from '@/lib/platform/jobs'
import { log } from '@/lib/platform/log'
import { asideOf, setAside, takeBack, WHOLE } from '@/lib/platform/stuck-work.store'

const DRAIN_LIMIT_MS = 60_000

/**
 * Runs every kind of due work until none is left. A kind that throws is set aside for a while and listed; the others
 * run all the same. The number of records acted on.
 */
export async function sweepAll(works: readonly DueWork[]): Promise<number> {
  let acted = 0
  for (const work of works) acted += await sweepOne(work)
  return acted
}

async function sweepOne(work: DueWork): Promise<number> {
  let acted = 0
  try {
    const { paused, ready } = await asideOf(work.name)
    if (paused.has(WHOLE)) return 0
    for (let batch = await work.sweep(); batch > 0; batch = await work.sweep()) {
      acted += batch
      const next = await work.nextDueAt()
      if (!next || next > (await businessNow())) break
    }
    if (ready.has(WHOLE)) await takeBack(work.name, [WHOLE])
  } catch (error) {
    await setAside(work.name, WHOLE, error)
  }
  return acted
}

/** The earliest instant at which anything is due. */
export async function nextDueAt(works: readonly DueWork[]): Promise<Date | null> {
  const all = await Promise.all(works.map((work) => work.nextDueAt()))
  const due = all.filter((at): at is Date => at !== null).map((at) => at.getTime())
  return due.length > 0 ? new Date(Math.min(...due)) : null
}

/**
 * Moves the business clock to the target of a waiting request, stopping at every due instant on the way until its
 * work, the messages and the registry's answers are through. Work that does not get done is a problem of the move:
 * a kind of work stops it, single rows that were set aside are told of at its end. False when nothing waits.
 */
export async function carryOutClockMove(works: readonly DueWork[]): Promise<boolean> {
  const move = await db().clockMove.findFirst({
    where: { finishedAt: null },
    orderBy: { requestedAt: 'asc' },
  })
  if (!move) return false
  const problem = (await advance(works, move.target)) ?? (await leftBehind())
  if (problem) log().error({ moveId: move.id, problem }, 'the clock was moved with a problem')
  const finishedAt = systemClock.now()
  await db().clockMove.update({
    where: { id: move.id },
    data: { finishedAt, problem, reachedAt: await businessNow() },
  })
  return true
}

/** Goes from one due instant to the next; why it stopped before the target, or null. */
async function advance(works: readonly DueWork[], target: Date): Promise<string | null> {
  for (let before: Date | null = null; ; ) {
    await sweepAll(works)
    await drain()
    const next = await nextDueAt(works).catch((error: unknown) => {
      log().error({ err: error }, 'what is due next cannot be told')
      return undefined
    })
    if (next === undefined) return 'what is due next cannot be told'
    if (next && before && next.getTime() === before.getTime()) {
      return `work due at ${next.toISOString()} could not be carried out`
    }
    before = next
    if (!next || next > target) {
      await setClock(target)
      return null
    }
    await setClock(next)
  }
}

async function leftBehind(): Promise<string | null> {
  const left = await db().stuckWork.count()
  return left > 0 ? `work that was due could not be carried out: ${left} among the exceptions` : null
}

/** Sets the business clock to an instant, unless it is past it already: it never goes back. */
async function setClock(at: Date): Promise<void> {
  const offset = BigInt(at.getTime() - systemClock.now().getTime())
  await db().$executeRaw`
    INSERT INTO demo_clock (id, offset_ms) VALUES (1, ${offset})
    ON CONFLICT (id) DO UPDATE SET offset_ms = greatest(demo_clock.offset_ms, excluded.offset_ms)`
}

/** Waits until registry, outbox, charges and new policies have nothing open; not for ever, a registry may be down. */
async function drain(): Promise<void> {
  const until = systemClock.now().getTime() + DRAIN_LIMIT_MS
  while (systemClock.now().getTime() < until) {
    const [commands, messages, charges, policies] = await Promise.all([
      db().registryCommand.count({ where: { state: { in: ['QUEUED', 'SENT', 'UNKNOWN'] }, dueAt: null } }),
      db().message.count({ where: { state: 'QUEUED', attempts: 0 } }),
      db().checkout.count({ where: { status: 'OPENING', paymentMethodId: { not: null } } }),
      db().policyRun.count({ where: { endedAt: null } }),
    ])
    if (commands + messages + charges + policies === 0) return
    await sleep(50)
  }
}
