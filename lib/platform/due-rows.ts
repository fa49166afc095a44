/** Due work row by row: what one row comes to does not bear on the others. */
import type { Result } from '@/lib/kernel/result'
import { businessNow } from './business-clock'
import type { DueWork } from './jobs'
import { asideOf, setAside, takeBack } from './stuck-work.store'

/** A row with the instant at which it falls due. */
export interface DueRow {
  readonly id: string
  readonly at: Date
}

interface RowWork {
  readonly name: string
  /** The most rows of one sweep. */
  readonly batch: number
  /** The rows that fall due first, due or not, the earliest first. */
  first(limit: number): Promise<readonly DueRow[]>
  /** Carries one out; it decides again on the fresh row, so that one that is not due any more is left as it is. */
  act(id: string): Promise<Result<unknown>>
}

/**
 * Work whose rows are carried out one by one. A row that is refused, that throws or that stays due is set aside: it
 * neither blocks those behind it nor counts as done, and is tried again after its pause.
 */
export function dueRows(work: RowWork): DueWork {
  let before: ReadonlySet<string> = new Set()
  return {
    name: work.name,
    async nextDueAt() {
      const { paused } = await asideOf(work.name)
      const rows = await work.first(paused.size + 1)
      return rows.find(({ id }) => !paused.has(id))?.at ?? null
    },
    async sweep() {
      for (;;) {
        const rows = await dueNow(work)
        if (rows.length === 0) return 0
        const done: DueRow[] = []
        for (const row of rows) {
          if (await carriedOut(work, row, before.has(keyOf(row)))) done.push(row)
        }
        before = new Set(done.map(keyOf))
        if (done.length > 0) return done.length
      }
    },
  }
}

/** What is due and not paused, and what was set aside and wants its next try. */
async function dueNow({ name, batch, first }: RowWork): Promise<readonly DueRow[]> {
  const [now, { paused, ready }] = await Promise.all([businessNow(), asideOf(name)])
  const due = (await first(batch + paused.size)).filter(({ id, at }) => at <= now && !paused.has(id))
  const again = [...ready].filter((id) => due.every((row) => row.id !== id)).map((id) => ({ id, at: now }))
  return [...again, ...due.slice(0, batch)]
}

/** Whether a row was carried out; one that stayed due although it was is left to an operator. */
async function carriedOut({ name, act }: RowWork, { id }: DueRow, isAgain: boolean): Promise<boolean> {
  try {
    const acted = isAgain ? undefined : await act(id)
    if (acted?.ok) {
      await takeBack(name, [id])
      return true
    }
    await setAside(name, id, acted?.refusal.code ?? 'still due after it was carried out')
  } catch (error) {
    await setAside(name, id, error)
  }
  return false
}

function keyOf({ id, at }: DueRow): string {
  return `${id} ${at.toISOString()}`
}
