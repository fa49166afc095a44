import { useTranslations } from 'next-intl'
import { StateMark } from '@/components/ui/state-mark'
import type { Tone } from '@/components/ui/tone'

const TONES: Readonly<Record<string, Tone>> = { ISSUED: 'near', PAID: 'done', CREDITED: 'plain' }

/** How an invoice stands. Server only. */
export function InvoiceStatusMark({ status }: { status: string }) {
  const t = useTranslations('billing.invoice-status')
  return <StateMark word={t(status.toLowerCase())} tone={TONES[status] ?? 'plain'} />
}
