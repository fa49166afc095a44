import type { Lifecycle } from '@/lib/kernel/lifecycle'

export type DossierStatus =
  | 'DRAFT'
  | 'FILED'
  | 'IN_REVIEW'
  | 'ACTION_NEEDED'
  | 'ACCEPTED'
  | 'COMPLETED'
  | 'REFUSED'
  | 'WITHDRAWN'
  | 'LAPSED'
  | 'FAILED'

/** A dossier's life, from the first draft to the name or to the reason why not. */
export const DOSSIER_LIFECYCLE: Lifecycle<DossierStatus> = {
  name: 'dossier',
  edges: [
    { from: 'NEW', command: 'start', to: 'DRAFT', by: ['owner'] },
    { from: 'DRAFT', command: 'discard', to: 'WITHDRAWN', by: ['owner'] },
    { from: 'DRAFT', command: 'file', to: 'FILED', by: ['owner'], guard: 'complete, and the claim taken' },
    { from: 'FILED', command: 'take', to: 'IN_REVIEW', by: ['agent'], guard: 'next in order, not their own' },
    {
      from: 'FILED',
      command: 'pass',
      to: 'ACCEPTED',
      by: ['owner'],
      guard: 'the extension asks for no document (R-HO-02)',
    },
    { from: 'FILED', command: 'withdraw', to: 'WITHDRAWN', by: ['owner'] },
    { from: 'IN_REVIEW', command: 'put-back', to: 'FILED', by: ['agent', 'operator'] },
    {
      from: 'IN_REVIEW',
      command: 'take-over',
      to: 'IN_REVIEW',
      by: ['agent'],
      guard: 'left lying by its agent, or by an operator who is an agent',
    },
    { from: 'IN_REVIEW', command: 'ask', to: 'ACTION_NEEDED', by: ['agent'] },
    { from: 'IN_REVIEW', command: 'accept', to: 'ACCEPTED', by: ['agent'], guard: 'each document accepted' },
    { from: 'IN_REVIEW', command: 'refuse', to: 'REFUSED', by: ['agent'], guard: 'a ground is named' },
    { from: 'IN_REVIEW', command: 'withdraw', to: 'WITHDRAWN', by: ['owner'] },
    { from: 'ACTION_NEEDED', command: 'answer', to: 'FILED', by: ['owner'], guard: 'place in order kept' },
    { from: 'ACTION_NEEDED', command: 'withdraw', to: 'WITHDRAWN', by: ['owner'] },
    { from: 'ACTION_NEEDED', command: 'lapse', to: 'LAPSED', by: ['clock'], guard: 'not answered in time' },
    { from: 'ACCEPTED', command: 'withdraw', to: 'WITHDRAWN', by: ['owner'], guard: 'no hold placed' },
    { from: 'ACCEPTED', command: 'lapse', to: 'LAPSED', by: ['clock'], guard: 'not paid in time' },
    { from: 'ACCEPTED', command: 'complete', to: 'COMPLETED', by: ['registry'] },
    { from: 'ACCEPTED', command: 'fail', to: 'FAILED', by: ['registry'] },
  ],
}
