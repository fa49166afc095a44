import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { InvoiceTable } from '@/components/billing/invoice-table'
import { PageFrame } from '@/components/shell/page-frame'
import { KeysetPager } from '@/components/ui/keyset-pager'
import { PageHeader } from '@/components/ui/page-header'
import { invoiceListView } from '@/lib/billing/invoice/invoice.query'
import { requireActor } from '@/lib/web/session'

interface Props {
  searchParams: Promise<{ after?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('names.invoices'))('title') }
}

/** The invoices of the signed-in user. */
export default async function InvoicesPage({ searchParams }: Props) {
  const actor = await requireActor('/invoices')
  const { after } = await searchParams
  const [t, page] = await Promise.all([
    getTranslations('names.invoices'),
    invoiceListView(actor.userId, typeof after === 'string' ? after : undefined),
  ])
  return (
    <PageFrame>
      <PageHeader title={t('title')} lead={t('lead')} />
      <InvoiceTable rows={page.invoices} />
      <KeysetPager next={page.next ? `/invoices?after=${page.next}` : undefined} />
    </PageFrame>
  )
}
