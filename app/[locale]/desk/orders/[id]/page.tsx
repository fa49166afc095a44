import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OrderFacts } from '@/components/orders/order-facts'
import { OrderState } from '@/components/orders/order-state'
import { NotOnFile } from '@/components/shell/not-on-file'
import { PageFrame } from '@/components/shell/page-frame'
import { Callout } from '@/components/ui/callout'
import { PageHeader } from '@/components/ui/page-header'
import { type OrderView, orderView } from '@/lib/domains/orders/order.query'
import { returnReview } from '@/lib/dossiers/returns/return.query'
import { hasRole, type UserActor } from '@/lib/kernel/actor'
import { requireStaff } from '@/lib/web/session'
import { ReclaimPart } from './reclaim-part'
import { ReexaminationPart } from './reexamination-part'
import { ReturnPart } from './return-part'
import { WithdrawPart } from './withdraw-part'

interface OrderProps {
  params: Promise<{ id: string }>
  searchParams: Promise<{ done?: string }>
}

const DONE = ['entered', 'confirmed', 'rejected', 'withdrawn', 'accepted', 'refused'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.orders'))('one') }
}

/** One order: its facts, and what its reader may decide of it. */
export default async function OrderPage({ params, searchParams }: OrderProps) {
  const { id } = await params
  const actor = await requireStaff('AGENT', `/desk/orders/${id}`, 'OPERATOR')
  const [t, order, query] = await Promise.all([getTranslations('desk.orders'), orderView(id), searchParams])
  if (!order) return <NotOnFile />
  const done = DONE.find((entry) => entry === query.done)
  return (
    <PageFrame>
      <PageHeader
        title={order.domain.nameUnicode}
        crumbs={[{ href: '/desk/orders', label: t('title') }, { label: order.domain.nameUnicode }]}
        state={<OrderState order={order} />}
        lead={t(`kind.${order.kind}`)}
      />
      <div className="flex flex-col gap-6">
        {done && <Callout kind="done" live title={t(`done.${done}`)} />}
        <OrderFacts order={order} />
        <Decision order={order} actor={actor} />
      </div>
    </PageFrame>
  )
}

/** What can be done with the order where it stands; agents decide, an operator may be the second person. */
async function Decision({ order, actor }: { order: OrderView; actor: UserActor }) {
  const isAgent = hasRole(actor, 'AGENT')
  const isOpen = order.state === 'WAITING' && !order.dueAt
  const { domain, kind, state } = order
  if (kind === 'return') {
    if (!isOpen || !isAgent) return null
    const review = await returnReview(domain.dossierId, order.requestedAt)
    return review && <ReturnPart order={order} review={review} actor={actor} />
  }
  const isSuspended = kind === 'suspend-violation' && state === 'DONE' && domain.violationSince !== null
  return (
    <>
      {kind === 'reclaim' && isOpen && <ReclaimPart order={order} actor={actor} />}
      {isSuspended && isAgent && <ReexaminationPart order={order} />}
      {state === 'WAITING' && isAgent && <WithdrawPart orderId={order.id} />}
    </>
  )
}
