/** Tells the story from where it stands, moving the business clock from step to step. */
import { setTimeout as sleep } from 'node:timers/promises'
import { systemClock } from '@/lib/kernel/clock'
import { must } from '@/lib/kernel/result'
import { advanceDemonstration, completeDemonstration } from '@/lib/operations/demonstration.command'
import { readProgress, writeProgress } from '@/lib/operations/demonstration.store'
import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { until } from './scene'
import { STORY } from './story'

const SETUP = { actor: { kind: 'setup' } } as const
const TRIES = 30
const PAUSE_MS = 1000
const MOVE_LIMIT_MS = 180_000

/** Whether there is something left to tell. */
export async function isToBeTold(): Promise<boolean> {
  const progress = await readProgress(db())
  return progress !== null && !progress.loadedAt
}

/** Tells what is left of the story. */
export async function tellStory(): Promise<void> {
  const progress = await readProgress(db())
  const today = systemClock.now()
  for (let done = progress?.done ?? 0; done < STORY.length; done++) {
    const { at, act, application } = STORY[done]!
    await patiently(async () => {
      await moveTo(at(today))
      await act(application)
      await writeProgress(db(), { done: done + 1 })
    })
  }
  await patiently(async () => {
    await moveTo(systemClock.now())
    must(await execute(completeDemonstration, {}, SETUP))
  })
}

/** Tries again for a while: a part of the portal may be starting anew just then. */
async function patiently(work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (tries === TRIES) throw error
      await sleep(PAUSE_MS)
    }
  }
}

/** Has the worker move the clock to an instant, everything due on the way; a passed one is not waited for. */
async function moveTo(at: Date): Promise<void> {
  await until('the clock’s last move', isStill, MOVE_LIMIT_MS)
  if (at <= (await businessNow())) return
  must(await execute(advanceDemonstration, { target: at.toISOString() }, SETUP))
  await until('the clock’s move', isStill, MOVE_LIMIT_MS)
  if ((await businessNow()) < at) throw new Error('work that is due does not get done: see the worker’s log')
}

async function isStill(): Promise<boolean> {
  return (await db().clockMove.count({ where: { finishedAt: null } })) === 0
}
