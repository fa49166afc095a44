import type { Lifecycle } from '@/lib/kernel/lifecycle'

export type InvoiceStatus = 'ISSUED' | 'PAID' | 'CREDITED'

/** An invoice's life. */
export const INVOICE_LIFECYCLE: Lifecycle<InvoiceStatus> = {
  name: 'invoice',
  edges: [
    { from: 'NEW', command: 'issue', to: 'ISSUED', by: ['owner'] },
    { from: 'ISSUED', command: 'settle', to: 'PAID', by: ['provider', 'owner'], guard: 'paid in full' },
    {
      from: 'ISSUED',
      command: 'credit',
      to: 'CREDITED',
      by: ['owner', 'agent', 'clock'],
      guard: 'a credit note is issued',
    },
    {
      from: 'PAID',
      command: 'credit',
      to: 'CREDITED',
      by: ['owner', 'agent', 'clock', 'registry'],
      guard: 'a credit note is issued',
    },
  ],
}
