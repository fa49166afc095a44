import { useLocale, useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { InvoiceStatusMark } from '@/components/billing/invoice-status'
import type { ApplicationView } from '@/lib/dossiers/application.query'
import { formatMoney } from '@/lib/i18n/format'
import { Link } from '@/lib/i18n/link'

/** The application's invoice, and the way to pay it. Server only. */
export function InvoicePanel({ invoice }: { invoice: NonNullable<ApplicationView['invoice']> }) {
  const t = useTranslations('apply.invoice')
  const locale = useLocale()
  const amount = formatMoney(locale, invoice.total)
  const isOpen = invoice.status === 'ISSUED'
  return (
    <Panel title={t('title')} dense className="no-print">
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap items-baseline justify-between gap-2">
          <Link href={`/invoices/${invoice.id}`} className="text-link">
            {invoice.number}
          </Link>
          <InvoiceStatusMark status={invoice.status} />
        </div>
        <span className="text-lg font-semibold">{amount}</span>
        {isOpen && <ButtonLink href={`/invoices/${invoice.id}/pay`}>{t('pay', { amount })}</ButtonLink>}
        {isOpen && <p className="text-sm text-ink-soft">{t('when')}</p>}
      </div>
    </Panel>
  )
}
