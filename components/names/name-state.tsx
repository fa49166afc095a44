import { useTranslations } from 'next-intl'
import { StateMark } from '@/components/ui/state-mark'
import type { Tone } from '@/components/ui/tone'
import type { DomainStatus } from '@/lib/domains/lifecycle'
import type { NameRow } from '@/lib/domains/manage/name.query'

const NEAR_MS = 30 * 24 * 3_600_000
const TONES: Readonly<Record<string, Tone>> = {
  active: 'done',
  near: 'near',
  expired: 'urgent',
  suspended: 'urgent',
  violation: 'urgent',
  redemption: 'urgent',
  reclaim: 'urgent',
  pending_delete: 'urgent',
  released: 'plain',
  refused: 'urgent',
}

/** The states by which a list of names can be narrowed. */
export const NAME_STATES: readonly DomainStatus[] = [
  'HELD',
  'REGISTERING',
  'ACTIVE',
  'EXPIRED',
  'SUSPENDED',
  'REDEMPTION',
  'RECLAIM',
  'PENDING_DELETE',
  'RELEASED',
]

type StateFacts = Pick<NameRow, 'status' | 'expiresAt' | 'violationSince'>

/** The state of a name as its holder sees it: an active one may be suspended for a violation, near its expiry, or past it. */
export function nameState({ status, expiresAt, violationSince }: StateFacts, now: Date): string {
  if (status !== 'ACTIVE') return status.toLowerCase()
  if (violationSince) return 'violation'
  const left = (expiresAt?.getTime() ?? Infinity) - now.getTime()
  if (left <= 0) return 'expired'
  return left < NEAR_MS ? 'near' : 'active'
}

/** How a name stands. Server only. */
export function NameStateMark({ name, now }: { name: StateFacts; now: Date }) {
  const t = useTranslations('names.state')
  const state = nameState(name, now)
  return <StateMark word={t(state)} tone={TONES[state] ?? 'action'} />
}
