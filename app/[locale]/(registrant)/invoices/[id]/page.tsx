import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { InvoiceFacts } from '@/components/billing/invoice-facts'
import { InvoiceLines } from '@/components/billing/invoice-lines'
import { InvoiceStatusMark } from '@/components/billing/invoice-status'
import { PaymentNote } from '@/components/billing/payment-note'
import { PaymentsPanel } from '@/components/billing/payments-panel'
import { NotOnFile } from '@/components/shell/not-on-file'
import { PageFrame } from '@/components/shell/page-frame'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { invoiceView } from '@/lib/billing/invoice/invoice.query'
import { formatMoney } from '@/lib/i18n/format'
import { currentViewer } from '@/lib/web/viewer'
import { requireActor } from '@/lib/web/session'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('names.invoices'))('one') }
}

/** One invoice, as a sheet of paper; the payer comes back here from the provider. */
export default async function InvoicePage({ params }: Props) {
  const { id } = await params
  const actor = await requireActor(`/invoices/${id}`)
  const [t, locale, found, viewer] = await Promise.all([
    getTranslations('names.invoices'),
    getLocale(),
    invoiceView(actor.userId, id),
    currentViewer(),
  ])
  if (!found.ok) return <NotOnFile />
  const invoice = found.value
  return (
    <PageFrame>
      <PageHeader
        title={t('numbered', { number: invoice.number })}
        crumbs={[{ label: t('title'), href: '/invoices' }, { label: invoice.number }]}
        state={<InvoiceStatusMark status={invoice.status} />}
      />
      <div className="flex flex-col gap-6">
        <PaymentNote invoice={invoice} due={formatMoney(locale, invoice.due)} />
        <Panel>
          <InvoiceFacts invoice={invoice} customer={viewer?.name || viewer?.email || ''} />
          <InvoiceLines invoice={invoice} />
        </Panel>
        <PaymentsPanel invoice={invoice} />
      </div>
    </PageFrame>
  )
}
