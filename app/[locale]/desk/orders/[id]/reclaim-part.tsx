import { getTranslations } from 'next-intl/server'
import { orderWords } from '@/components/orders/order-fields'
import { OrderForm } from '@/components/orders/order-form'
import { Callout } from '@/components/ui/callout'
import { Disclosure } from '@/components/ui/disclosure'
import { Panel } from '@/components/ui/panel'
import type { OrderView } from '@/lib/domains/orders/order.query'
import { decideSecondPerson } from '@/lib/domains/orders/order.rule'
import { actorName, type UserActor } from '@/lib/kernel/actor'
import { refusalText } from '@/lib/web/refusal-text'
import { confirmAction, rejectAction } from '../actions'

/** The second person's decision on a reclaim; the first one reads why it is not theirs (R-NS-36, DESIGN §9). */
export async function ReclaimPart({ order, actor }: { order: OrderView; actor: UserActor }) {
  const [{ t, texts }, mail] = await Promise.all([orderWords(), getTranslations('desk.orders.form')])
  const person = { actorName: actorName(actor), userId: actor.userId }
  const decided = decideSecondPerson(order, order.domain, person)
  if (!decided.ok) {
    const { message, rule } = await refusalText(decided.refusal)
    return <Callout kind="info" title={message} why={rule?.text} />
  }
  const hidden = { orderId: order.id }
  const ground = { name: 'ground', label: mail('ground'), kind: 'lines', maxLength: 1000 } as const
  return (
    <Panel title={t('decide')}>
      <div className="flex flex-col gap-5">
        <OrderForm
          id="confirm"
          action={confirmAction}
          hidden={hidden}
          fields={[]}
          texts={texts(t('form.confirm'))}
        >
          <p>
            {t(order.atOnce ? 'after.confirmAtOnce' : 'after.confirmSlot', {
              name: order.domain.nameUnicode,
            })}
          </p>
        </OrderForm>
        <Disclosure summary={t('form.rejectOpen')}>
          <OrderForm
            id="reject"
            action={rejectAction}
            hidden={hidden}
            fields={[ground]}
            texts={texts(t('form.reject'))}
            weight="secondary"
          />
        </Disclosure>
      </div>
    </Panel>
  )
}
