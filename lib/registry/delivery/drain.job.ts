/** Sends all that is queued and due for the registry, many subjects side by side over the same sessions. */
import { enqueueDrain } from '@/lib/audit/registry-outbox'
import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import type { DueWork, Job } from '@/lib/platform/jobs'
import { deliverSubject, type Subject } from './deliver.job'

/** Subjects read at once, and those under way at once: a session answers one command after another. */
const BATCH = 500
const ABREAST = 8

/** Drains the journal. What cannot be settled now has enqueued its own next try. */
export const drainRegistry: Job = {
  task: 'drain-registry',
  async run() {
    for (let after = ''; ; ) {
      const subjects = await openSubjects(after)
      const queue = [...subjects]
      const lane = async () => {
        for (let next = queue.shift(); next; next = queue.shift()) await deliverSubject(next)
      }
      await Promise.all(Array.from({ length: ABREAST }, lane))
      const last = subjects.at(-1)
      if (!last) return
      after = last.subjectId
    }
  },
}

/** Subjects with something open and due, in the order of their ids, after one of them. */
async function openSubjects(after: string): Promise<readonly Subject[]> {
  const now = await businessNow()
  return db().$queryRaw<Subject[]>`
    SELECT DISTINCT subject_type AS "subjectType", subject_id::text AS "subjectId"
    FROM registry_command
    WHERE state IN ('QUEUED', 'SENT', 'UNKNOWN') AND (due_at IS NULL OR due_at <= ${now})
      AND (${after} = '' OR subject_id > nullif(${after}, '')::uuid)
    ORDER BY "subjectId" LIMIT ${BATCH}`
}

/** Commands whose work slot comes: all that are due go out in one drain. */
export const registryDue: DueWork = {
  name: 'registry.due',
  async nextDueAt() {
    const next = await db().registryCommand.findFirst({
      where: { state: 'QUEUED', dueAt: { not: null } },
      orderBy: { dueAt: 'asc' },
      select: { dueAt: true },
    })
    return next?.dueAt ?? null
  },
  async sweep() {
    const due = { state: 'QUEUED' as const, dueAt: { lte: await businessNow() } }
    const { count } = await db().registryCommand.updateMany({ where: due, data: { dueAt: null } })
    if (count > 0) await enqueueDrain(db())
    return count
  },
}
