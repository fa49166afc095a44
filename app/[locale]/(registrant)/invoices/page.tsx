import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { InvoiceTable } from '@/components/billing/invoice-table'
import { INVOICE_STATES } from '@/components/billing/invoice-status'
import { PageFrame } from '@/components/shell/page-frame'
import { type ListQuery, readListAddress } from '@/components/ui/list-address'
import { PageHeader } from '@/components/ui/page-header'
import { invoiceListView } from '@/lib/billing/invoice/invoice.query'
import { requireActor } from '@/lib/web/session'

interface Props {
  searchParams: Promise<ListQuery>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('names.invoices'))('title') }
}

/** The invoices of the signed-in user. */
export default async function InvoicesPage({ searchParams }: Props) {
  const actor = await requireActor('/invoices')
  const address = readListAddress(await searchParams, INVOICE_STATES)
  const [t, page] = await Promise.all([
    getTranslations('names.invoices'),
    invoiceListView(actor.userId, { ...address, status: address.state }),
  ])
  return (
    <PageFrame>
      <PageHeader title={t('title')} lead={t('lead')} />
      <InvoiceTable page={page} address={address} />
    </PageFrame>
  )
}
