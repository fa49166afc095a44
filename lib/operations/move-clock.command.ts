import { may } from '@/lib/access/permissions'
import { refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { isDemo } from '@/lib/platform/env'
import { moveClockInput } from './clock.input'
import { readProgress } from './demonstration.store'
import { requestMove } from './request-move'

/**
 * Asks for the business clock to be moved forward; the worker carries it out, everything due on the way in
 * order. Impossible without demonstration data: both the environment and the database must say so. While
 * that data still loads, the clock is its own.
 */
export const moveClock = defineCommand({
  name: 'operations.move-clock',
  permit: may('clock.move'),
  input: moveClockInput,
  async run(uow, { target }) {
    const fact = await uow.tx.installationFact.findUnique({ where: { key: 'demonstration' } })
    if (!isDemo() || !fact) return refuse('clock-not-movable')
    const progress = await readProgress(uow.tx)
    if (progress && !progress.loadedAt) return refuse('demonstration-loading')
    return requestMove(uow, new Date(target))
  },
})
