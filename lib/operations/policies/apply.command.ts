import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { log } from '@/lib/platform/log'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import type { ZonePolicy } from '@/lib/policy/policy'
import { versionId, zoneById } from '@/lib/policy/resolver'
import { isMoved, movedDates, type PlannedDates, planDates } from './apply.rule'
import { lockMoving, type MovedDates, type MovingName, spanOf, writeMoved } from './apply.store'
import { applyInput } from './policies.input'

/**
 * Recomputes the stored dates of a batch of the names that a published version rules, and keeps the place and the
 * counts: it can be stopped and started anywhere. A name that has expired meanwhile lives on as it was.
 */
export const applyPolicy = defineCommand({
  name: 'policies.apply',
  permit: may('policy.apply'),
  input: applyInput,
  async run(uow, { versionId: id, limit }) {
    const run = await uow.tx.policyRun.findUnique({ where: { versionId: id }, include: { version: true } })
    if (!run) return refuse('not-found')
    const zone = zoneById(run.version.zone)
    const { from } = run.version
    if (!zone.versions.some((version) => version.from.value === from)) {
      throw new Error(`the version ${zone.zone}@${from} is not in force in this process yet`)
    }
    const span = spanOf(zone, from)
    const names = await lockMoving(uow, { zone: zone.zone, span, place: run, limit })
    const { moved, failed } = recomputed(names, zone, from, uow.now)
    if (moved.length > 0) await writeMoved(uow, moved)
    const last = names.at(-1)
    await uow.tx.policyRun.update({
      where: { versionId: id },
      data: {
        ...{
          done: { increment: names.length },
          moved: { increment: moved.length },
          failed: { increment: failed },
        },
        ...(last && { afterExpiresAt: last.expiresAt, afterId: last.id }),
        ...(names.length < limit && { endedAt: uow.systemNow }),
      },
    })
    if (names.length < limit) await auditEnd(uow, id, zone, run.moved + moved.length)
    return ok({ names: names.length, isOver: names.length < limit })
  },
})

function recomputed(names: readonly MovingName[], zone: ZonePolicy, from: string, now: Date) {
  const before = { ...zone, versions: zone.versions.filter((version) => version.from.value !== from) }
  const plans = new Map<number, { plan: PlannedDates; old: PlannedDates } | null>()
  const moved: MovedDates[] = []
  let failed = 0
  for (const name of names) {
    const key = name.expiresAt.getTime()
    if (!plans.has(key)) plans.set(key, plansOf(zone, before, name))
    const both = plans.get(key)
    if (!both) {
      failed++
      continue
    }
    const dates = movedDates(name, both.plan, both.old, now)
    if (isMoved(name, dates)) moved.push(dates)
  }
  return { moved, failed }
}

/** Null where no date can be computed (a year past 2100): the name keeps what it has. */
function plansOf(zone: ZonePolicy, before: ZonePolicy, { id, expiresAt }: MovingName) {
  try {
    return { plan: planDates(zone, expiresAt), old: planDates(before, expiresAt) }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    log().error({ err: error, domainId: id }, 'policies: the dates of a name cannot be computed')
    return null
  }
}

async function auditEnd(uow: UnitOfWork, id: string, zone: ZonePolicy, moved: number): Promise<void> {
  const own = zone.versions.map((version) => versionId(zone, version)).join(' ')
  await recordAudit(uow, {
    action: 'policies.apply',
    subjectType: 'policy-version',
    subjectId: id,
    data: { versions: own, moved },
  })
}
