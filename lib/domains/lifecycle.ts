import type { Lifecycle } from '@/lib/kernel/lifecycle'

export type DomainStatus =
  | 'HELD'
  | 'REGISTERING'
  | 'ACTIVE'
  | 'REFUSED'
  | 'EXPIRED'
  | 'SUSPENDED'
  | 'REDEMPTION'
  | 'RECLAIM'
  | 'PENDING_DELETE'
  | 'RELEASED'

const RENEWABLE = ['ACTIVE', 'EXPIRED', 'SUSPENDED', 'REDEMPTION'] as const

/** Contacts are kept current for as long as a notice can still save the name (R-NS-16, R-NS-17). */
export function mayChangeContacts(status: DomainStatus): boolean {
  return RENEWABLE.some((renewable) => renewable === status)
}

/** A name's life, from the hold on. */
export const DOMAIN_LIFECYCLE: Lifecycle<DomainStatus> = {
  name: 'domain',
  edges: [
    {
      from: 'NEW',
      command: 'hold',
      to: 'HELD',
      by: ['agent', 'provider', 'owner'],
      guard: 'dossier valid and paid (R-NS-08)',
    },
    {
      from: 'HELD',
      command: 'allot',
      to: 'REGISTERING',
      by: ['clock'],
      guard: '24 hours, then the work slot',
    },
    { from: 'HELD', command: 'lose', to: 'REFUSED', by: ['registry'], guard: 'checked again: not free' },
    { from: 'REGISTERING', command: 'confirm', to: 'ACTIVE', by: ['registry'] },
    { from: 'REGISTERING', command: 'refuse', to: 'REFUSED', by: ['registry'] },
    { from: 'ACTIVE', command: 'expire', to: 'EXPIRED', by: ['clock'], guard: 'the term has ended' },
    {
      from: 'EXPIRED',
      command: 'suspend',
      to: 'SUSPENDED',
      by: ['clock'],
      guard: 'work slot after the expiry, where the zone suspends (R-NS-29)',
    },
    ...(['EXPIRED', 'SUSPENDED'] as const).map((from) => ({
      from,
      command: 'enter-redemption',
      to: 'REDEMPTION' as const,
      by: ['clock'] as const,
      guard: 'grace over (R-HO-10)',
    })),
    {
      from: 'SUSPENDED',
      command: 'enter-reclaim',
      to: 'RECLAIM',
      by: ['clock'],
      guard: 'renewal period over (R-VN-05)',
    },
    ...(['EXPIRED', 'SUSPENDED', 'REDEMPTION'] as const).map((from) => ({
      from,
      command: 'enter-deletion',
      to: 'PENDING_DELETE' as const,
      by: ['clock'] as const,
      guard: 'no right to renew is left',
    })),
    ...(['RECLAIM', 'PENDING_DELETE'] as const).map((from) => ({
      from,
      command: 'release',
      to: 'RELEASED' as const,
      by: ['clock'] as const,
      guard: 'work slot of the release (R-VN-05, R-NS-38)',
    })),
    ...RENEWABLE.map((from) => ({
      from,
      command: 'renew',
      to: 'ACTIVE' as const,
      by: ['registry'] as const,
      guard: 'paid, and renewed at the registry (R-VN-07)',
    })),
    ...([...RENEWABLE, 'RECLAIM'] as const).map((from) => ({
      from,
      command: 'take-back',
      to: 'RELEASED' as const,
      by: ['clock'] as const,
      guard: 'returned, or ordered by an authority (R-NS-34 to R-NS-37)',
    })),
  ],
}
