/** How far a registered name has come in its life, in the words of RDAP (RFC 9083 §10.2.2, RFC 8056). */
import type { DomainStatus } from '../lifecycle'

const STATUSES = {
  ACTIVE: ['active'],
  EXPIRED: ['active', 'auto renew period'],
  SUSPENDED: ['client hold', 'auto renew period'],
  REDEMPTION: ['pending delete', 'redemption period'],
  RECLAIM: ['client hold', 'renew prohibited', 'pending delete'],
  PENDING_DELETE: ['renew prohibited', 'pending delete'],
} as const satisfies Partial<Record<DomainStatus, readonly string[]>>

export type RegisteredStatus = keyof typeof STATUSES

/** Whether a name stands in the registry's database: from its allotment to its release. */
export function isRegistered(status: DomainStatus): status is RegisteredStatus {
  return status in STATUSES
}

/** The status values of an answer. A name on hold is not active. */
export function rdapStatus({
  status,
  onHold,
}: {
  status: RegisteredStatus
  onHold: boolean
}): readonly string[] {
  const values: readonly string[] = STATUSES[status]
  if (!onHold || values.includes('client hold')) return values
  return ['client hold', ...values.filter((value) => value !== 'active')]
}
