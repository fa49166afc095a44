import { useTranslations } from 'next-intl'
import { StateMark } from '@/components/ui/state-mark'
import type { Tone } from '@/components/ui/tone'
import type { InvoiceStatus } from '@/lib/billing/lifecycle'

/** The states by which a list of invoices can be narrowed. */
export const INVOICE_STATES: readonly InvoiceStatus[] = ['ISSUED', 'PAID', 'CREDITED']

const TONES: Readonly<Record<string, Tone>> = { ISSUED: 'near', PAID: 'done', CREDITED: 'plain' }

/** How an invoice stands. Server only. */
export function InvoiceStatusMark({ status }: { status: string }) {
  const t = useTranslations('billing.invoice-status')
  return <StateMark word={t(status.toLowerCase())} tone={TONES[status] ?? 'plain'} />
}
