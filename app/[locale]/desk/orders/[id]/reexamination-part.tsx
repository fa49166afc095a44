import { getLocale } from 'next-intl/server'
import { orderWords } from '@/components/orders/order-fields'
import { OrderForm } from '@/components/orders/order-form'
import { Panel } from '@/components/ui/panel'
import type { OrderView } from '@/lib/domains/orders/order.query'
import { formatDay } from '@/lib/i18n/format'
import { liftAction, reclaimAction } from '../actions'

/** R-NS-37: after 30 days the suspension is lifted, or the violation goes on and the name is reclaimed. */
export async function ReexaminationPart({ order }: { order: OrderView }) {
  const [{ t, fields, texts }, locale] = await Promise.all([orderWords(), getLocale()])
  const { nameAscii, reexamineAt, timeZone } = order.domain
  const isEarly = reexamineAt !== null && reexamineAt > order.now
  const day = reexamineAt ? formatDay(locale, reexamineAt, timeZone) : ''
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Panel title={t('kind.lift-violation')}>
        <OrderForm
          id="lift"
          action={liftAction}
          hidden={{ name: nameAscii }}
          fields={[{ ...fields.note, hint: t('form.liftHint') }, fields.urgency]}
          texts={texts(t('form.lift'))}
        >
          <p className="text-ink-soft">{t('after.lift')}</p>
        </OrderForm>
      </Panel>
      <Panel title={t('reason.violation-goes-on')}>
        <OrderForm
          id="goes-on"
          action={reclaimAction}
          hidden={{ name: nameAscii, reason: 'violation-goes-on' }}
          fields={[fields.reference, fields.note, fields.urgency]}
          texts={texts(t('form.reclaim'))}
          {...(isEarly && { reason: t('after.tooEarly', { day }) })}
        >
          <p className="text-ink-soft">{t('after.reclaim')}</p>
        </OrderForm>
      </Panel>
    </div>
  )
}
