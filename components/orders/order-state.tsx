import { useTranslations } from 'next-intl'
import type { OrderRow } from '@/lib/domains/orders/order.query'
import { StateMark } from '../ui/state-mark'
import type { Tone } from '../ui/tone'

const TONES: Readonly<Record<string, Tone>> = {
  decide: 'near',
  due: 'action',
  DONE: 'done',
  REFUSED: 'urgent',
  WITHDRAWN: 'plain',
}

/** How an order stands: it waits for somebody, for its instant, or has ended. Server only. */
export function OrderState({ order }: { order: Pick<OrderRow, 'state' | 'dueAt'> }) {
  const t = useTranslations('desk.orders.state')
  const state = order.state === 'WAITING' ? (order.dueAt ? 'due' : 'decide') : order.state
  return <StateMark word={t(state)} tone={TONES[state] ?? 'plain'} />
}
