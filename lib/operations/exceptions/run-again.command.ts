import * as z from 'zod/mini'
import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'

const jobInput = z.object({
  jobId: z.string({ error: 'field-invalid' }).check(z.regex(/^[1-9]\d{0,17}$/, 'field-invalid')),
})

/**
 * Has a job that used up its tries run again, from its first try on. Refuses `job-not-failed` when it is under way,
 * has tries left, or is not there any more.
 */
export const runJobAgain = defineCommand({
  name: 'operations.run-job-again',
  permit: may('exception.resolve'),
  input: jobInput,
  async run(uow, { jobId }) {
    const failed = await uow.tx.$queryRaw<{ task: string }[]>`
      SELECT task_identifier AS task FROM graphile_worker.jobs
      WHERE id = ${jobId}::bigint AND attempts >= max_attempts AND locked_at IS NULL`
    const task = failed[0]?.task
    if (!task) return refuse('job-not-failed')
    await uow.tx.$queryRaw`
      SELECT (graphile_worker.reschedule_jobs(ARRAY[${jobId}::bigint], run_at := now(), attempts := 0)).id`
    await recordAudit(uow, {
      action: 'operations.run-job-again',
      subjectType: 'job',
      subjectId: jobId,
      data: { task },
    })
    return ok({ jobId })
  },
})
