import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { OrderState } from '@/components/orders/order-state'
import { OrderTabs } from '@/components/orders/order-tabs'
import { PageFrame } from '@/components/shell/page-frame'
import { ButtonLink } from '@/components/ui/button'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { KeysetPager } from '@/components/ui/keyset-pager'
import { PageHeader } from '@/components/ui/page-header'
import {
  ORDER_TABS,
  orderCounts,
  orderList,
  type OrderRow,
  type OrderTab,
} from '@/lib/domains/orders/order.query'
import { formatMoment } from '@/lib/i18n/format'
import { Link } from '@/lib/i18n/link'
import type { Locale } from '@/lib/i18n/locale'
import { hasRole } from '@/lib/kernel/actor'
import { cursorOf } from '@/lib/kernel/page'
import { zoneById } from '@/lib/policy/resolver'
import { requireStaff } from '@/lib/web/session'

interface OrdersProps {
  searchParams: Promise<{ tab?: string; after?: string; before?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.orders'))('title') }
}

/** Orders on names: what waits, which suspensions are to be re-examined, what has ended (R-NS-34 to R-NS-37). */
export default async function OrdersPage({ searchParams }: OrdersProps) {
  const actor = await requireStaff('AGENT', '/desk/orders', 'OPERATOR')
  const query = await searchParams
  const tab = ORDER_TABS.find((entry) => entry === query.tab) ?? 'waiting'
  const cursor = cursorOf(query)
  const [t, counts, page, columns] = await Promise.all([
    getTranslations('desk.orders'),
    orderCounts(),
    orderList(tab, cursor),
    columnsOf(tab),
  ])
  const path = `/desk/orders?tab=${tab}`
  return (
    <PageFrame>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={hasRole(actor, 'AGENT') && <ButtonLink href="/desk/orders/new">{t('enter')}</ButtonLink>}
      />
      <OrderTabs counts={counts} current={tab} />
      <DataTable<OrderRow>
        caption={t(`tabs.${tab}`)}
        captionHidden
        density="dense"
        rows={page.items}
        rowKey={(row) => row.id}
        columns={columns}
        empty={<EmptyState title={t(`empty.${tab}.title`)}>{t(`empty.${tab}.text`)}</EmptyState>}
      />
      <KeysetPager
        first={cursor ? path : undefined}
        previous={page.previous ? `${path}&before=${page.previous}` : undefined}
        next={page.next ? `${path}&after=${page.next}` : undefined}
      />
    </PageFrame>
  )
}

async function columnsOf(tab: OrderTab): Promise<Column<OrderRow>[]> {
  const [t, locale] = await Promise.all([getTranslations('desk.orders'), getLocale()])
  const moment = (key: 'asked' | 'due' | 'ended' | 'reexamine', at: (row: OrderRow) => Date | null) => ({
    key,
    header: t(`column.${key}`),
    cell: (row: OrderRow) => momentOf(locale, row, at(row)),
  })
  const [name, ...about] = await columnsOfAll()
  if (!name) return []
  if (tab === 'reexamine') return [name, ...about, moment('reexamine', (row) => row.at)]
  return [
    name,
    { key: 'kind', header: t('column.kind'), cell: (row) => t(`kind.${row.kind}`) },
    ...about,
    moment('asked', (row) => row.requestedAt),
    tab === 'waiting' ? moment('due', (row) => row.dueAt) : moment('ended', (row) => row.at),
    { key: 'state', header: t('column.state'), cell: (row) => <OrderState order={row} /> },
  ]
}

function momentOf(locale: Locale, { zone }: OrderRow, at: Date | null): string {
  return at ? formatMoment(locale, at, zoneById(zone).timeZone) : '–'
}

/** What every list tells: the name, the reason and the paper. */
async function columnsOfAll(): Promise<Column<OrderRow>[]> {
  const t = await getTranslations('desk.orders')
  return [
    {
      key: 'name',
      header: t('column.name'),
      rowHeader: true,
      cell: (row) => (
        <Link href={`/desk/orders/${row.orderId}`} className="text-link wrap-anywhere">
          {row.nameUnicode}
        </Link>
      ),
    },
    { key: 'reason', header: t('column.reason'), cell: (row) => t(`reason.${row.reason}`) },
    {
      key: 'reference',
      header: t('column.reference'),
      cell: (row) => <span className="wrap-anywhere">{row.reference ?? '–'}</span>,
    },
  ]
}
