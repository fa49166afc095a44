import { must } from '@/lib/kernel/result'
import { execute } from '@/lib/platform/define-command'
import type { Job } from '@/lib/platform/jobs'
import { applyPolicy } from './apply.command'

/** Names of one transaction. */
const BATCH = 2000

/** Recomputes what a published version moves; a job that broke off goes on where it stood. */
export const applyPolicyJob: Job = {
  task: 'apply-policy',
  async run({ versionId }) {
    for (let isOver = false; !isOver; ) {
      const batch = await execute(applyPolicy, { versionId, limit: BATCH }, { actor: { kind: 'clock' } })
      isOver = must(batch).isOver
    }
  },
}
