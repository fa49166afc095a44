/** Carries out what is due by the business clock, and moves that clock in demonstration mode. */
import { setTimeout as sleep } from 'node:timers/promises'
import { systemClock } from '@/lib/kernel/clock'
import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import type { DueWork } from '@/lib/platform/jobs'
import { log } from '@/lib/platform/log'

const DRAIN_LIMIT_MS = 60_000

/** Runs every kind of due work until none is left. The number of records acted on. */
export async function sweepAll(works: readonly DueWork[]): Promise<number> {
  let acted = 0
  for (const work of works) {
    for (let batch = await work.sweep(); batch > 0; batch = await work.sweep()) {
      acted += batch
      const next = await work.nextDueAt()
      if (!next || next > (await businessNow())) break
    }
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
 * Moves the business clock to the target of a waiting request, stopping at every due instant on the way until
 * its work, the messages and the registry's answers are through. False when nothing waits.
 */
export async function carryOutClockMove(works: readonly DueWork[]): Promise<boolean> {
  const move = await db().clockMove.findFirst({
    where: { finishedAt: null },
    orderBy: { requestedAt: 'asc' },
  })
  if (!move) return false
  let problem: string | null = null
  for (let before: Date | null = null; ; ) {
    await sweepAll(works)
    await drain()
    const next = await nextDueAt(works)
    if (next && before && next.getTime() === before.getTime()) {
      problem = `work due at ${next.toISOString()} could not be carried out`
      log().error({ moveId: move.id, due: next }, 'the clock stands: due work does not get done')
      break
    }
    before = next
    if (!next || next > move.target) {
      await setClock(move.target)
      break
    }
    await setClock(next)
  }
  const finishedAt = systemClock.now()
  await db().clockMove.update({
    where: { id: move.id },
    data: { finishedAt, problem, reachedAt: await businessNow() },
  })
  return true
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
