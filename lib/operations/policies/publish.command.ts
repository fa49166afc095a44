import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { actorUserId } from '@/lib/kernel/actor'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { enqueue } from '@/lib/platform/jobs'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import type { ZonePolicy } from '@/lib/policy/policy'
import { versionAt } from '@/lib/policy/resolver'
import { startOfDay } from '@/lib/kernel/days'
import { decideBeginning, decideContent, decidePublication } from '@/lib/policy/versions/draft.rule'
import { FRESH_MS, lookAgain } from '@/lib/policy/versions/published.store'
import { compareVersions } from '@/lib/policy/versions/values.rule'
import { countMoving } from './apply.store'
import { publishInput } from './policies.input'
import { beginningOf, lockDraft, lockZone } from './policy-version.store'

/** Every process has seen the version, and what began before it has ended, when the dates are recomputed. */
const SEEN_BY_ALL_MS = FRESH_MS + 2000

/**
 * The second operator publishes a draft (DESIGN §4, §9): from then on it never changes, and the dates that it moves
 * are recomputed by a job. Its day is checked again: a draft may have lain.
 */
export const publishVersion = defineCommand({
  name: 'policies.publish',
  permit: may('policy.publish'),
  stepUp: true,
  input: publishInput,
  async run(uow, { draftId, contentHash }) {
    const found = await lockDraft(uow, draftId)
    if (!found.ok) return found
    const { policy, from, content } = found.value
    const userId = actorUserId(uow.actor) ?? ''
    const decided = decidePublication(found.value, userId, contentHash)
    if (!decided.ok) return decided
    await lockZone(uow, policy.zone)
    const begins = decideBeginning(await beginningOf(uow, policy, from))
    if (!begins.ok) return begins
    const version = decideContent(policy, content)
    if (!version.ok) return version
    const replaced = versionAt(policy, startOfDay(from, policy.timeZone))
    const isSame = compareVersions([replaced, version.value]).every(({ differs }) => !differs)
    if (isSame) return refuse('policy-nothing-changed')
    await uow.tx.policyVersion.update({
      where: { id: draftId },
      data: { state: 'PUBLISHED', approverId: userId, publishedAt: uow.now },
    })
    const due = await startRun(uow, policy, { draftId, from })
    await recordAudit(uow, {
      action: 'policies.publish',
      subjectType: 'policy-version',
      subjectId: draftId,
      data: { zone: policy.zone, from, due, contentHash },
    })
    lookAgain()
    return ok({ draftId, zone: policy.zone })
  },
})

/** Has the dates recomputed once every process goes by the version; the number of names that it rules. */
async function startRun(
  uow: UnitOfWork,
  zone: ZonePolicy,
  { draftId, from }: { draftId: string; from: string },
): Promise<number> {
  const due = await countMoving(uow.tx, zone, from)
  await uow.tx.policyRun.create({
    data: { versionId: draftId, beganAt: uow.systemNow, due, done: 0, moved: 0, failed: 0 },
  })
  const notBefore = new Date(uow.systemNow.getTime() + SEEN_BY_ALL_MS)
  const options = { key: `apply-policy:${draftId}`, queue: 'apply-policy', notBefore }
  await enqueue(uow.tx, 'apply-policy', { versionId: draftId }, options)
  return due
}
