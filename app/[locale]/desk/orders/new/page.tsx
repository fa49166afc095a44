import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { orderWords } from '@/components/orders/order-fields'
import { OrderForm } from '@/components/orders/order-form'
import { PageFrame } from '@/components/shell/page-frame'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { RECLAIM_REASONS, VIOLATIONS } from '@/lib/domains/orders/order.input'
import { requireStaff } from '@/lib/web/session'
import { reclaimAction, suspendAction } from '../actions'

interface NewOrderProps {
  searchParams: Promise<{ name?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.orders'))('enter') }
}

/** Enters an order on a name: a suspension for a violation, or the reclaim that an authority orders. */
export default async function NewOrderPage({ searchParams }: NewOrderProps) {
  await requireStaff('AGENT', '/desk/orders/new')
  const { name } = await searchParams
  const given = typeof name === 'string' ? name.slice(0, 253) : undefined
  const { t, fields, texts } = await orderWords()
  const byAuthority = RECLAIM_REASONS.filter((reason) => reason !== 'violation-goes-on')
  const shared = [fields.reference, fields.note, fields.urgency]
  return (
    <PageFrame>
      <PageHeader
        title={t('enter')}
        crumbs={[{ href: '/desk/orders', label: t('title') }, { label: t('enter') }]}
      />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Panel title={t('kind.suspend-violation')}>
          <OrderForm
            id="suspend"
            action={suspendAction}
            fields={[fields.name(given), fields.reason(VIOLATIONS), ...shared]}
            texts={texts(t('form.suspend'))}
          >
            <p className="text-ink-soft">{t('after.suspend')}</p>
          </OrderForm>
        </Panel>
        <Panel title={t('kind.reclaim')}>
          <OrderForm
            id="reclaim"
            action={reclaimAction}
            fields={[fields.name(given), fields.reason(byAuthority), ...shared]}
            texts={texts(t('form.reclaim'))}
          >
            <p className="text-ink-soft">{t('after.reclaim')}</p>
          </OrderForm>
        </Panel>
      </div>
    </PageFrame>
  )
}
