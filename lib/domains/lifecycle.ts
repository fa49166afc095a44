import type { Lifecycle } from '@/lib/kernel/lifecycle'

export type DomainStatus = 'HELD' | 'REGISTERING' | 'ACTIVE' | 'REFUSED'

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
  ],
}
