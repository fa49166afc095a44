/**
 * What time does to a registered name: the next change of its status, by the very dates that its timeline shows.
 * The sweep asks here, so what was promised is what is done.
 */
import type { RuleId } from '@/lib/kernel/result'
import type { ZonePolicy, ZoneVersion } from '@/lib/policy/policy'
import type { DomainStatus } from './lifecycle'
import type { TimelineEvent, TimelineKind } from './timeline-event'
import { lifeOf } from './timeline.rule'

/** A change of status that falls due by itself. */
export interface Step {
  readonly command: StepCommand
  readonly to: DomainStatus
  /** When it is due: the instant or work slot that the timeline shows. */
  readonly at: Date
  readonly rule?: RuleId
}

export const STEP_COMMANDS = [
  'expire',
  'suspend',
  'enter-redemption',
  'enter-reclaim',
  'enter-deletion',
  'release',
] as const
export type StepCommand = (typeof STEP_COMMANDS)[number]

interface StepOf {
  readonly command: StepCommand
  readonly to: DomainStatus
}

const STEPS: Partial<Record<TimelineKind, StepOf>> = {
  expires: { command: 'expire', to: 'EXPIRED' },
  suspended: { command: 'suspend', to: 'SUSPENDED' },
  redemption: { command: 'enter-redemption', to: 'REDEMPTION' },
  reclaim: { command: 'enter-reclaim', to: 'RECLAIM' },
  'pending-delete': { command: 'enter-deletion', to: 'PENDING_DELETE' },
  released: { command: 'release', to: 'RELEASED' },
}

/** How far a name has come in its life; a step never goes back or stays. */
const RANK: Partial<Record<DomainStatus, number>> = {
  ACTIVE: 0,
  EXPIRED: 1,
  SUSPENDED: 2,
  REDEMPTION: 3,
  RECLAIM: 3,
  PENDING_DELETE: 4,
  RELEASED: 5,
}

/** All steps of a term that ends at `expiresAt`, in order. Throws outside 2000–2100. */
export function stepsAfter(
  zone: ZonePolicy,
  expiresAt: Date,
  versions: readonly ZoneVersion[] = zone.versions,
): readonly Step[] {
  return lifeOf(zone, versions, expiresAt).flatMap((event) => stepOf(event) ?? [])
}

/** The next step of a name; undefined when none follows (not registered yet, or released). */
export function nextStep(
  zone: ZonePolicy,
  status: DomainStatus,
  expiresAt: Date,
  versions: readonly ZoneVersion[] = zone.versions,
): Step | undefined {
  const rank = RANK[status]
  if (rank === undefined) return undefined
  return stepsAfter(zone, expiresAt, versions).find((step) => (RANK[step.to] ?? 0) > rank)
}

function stepOf({ kind, at, rule }: TimelineEvent): Step | undefined {
  const step = STEPS[kind]
  return step && { ...step, at, ...(rule && { rule }) }
}
