import { getTranslations } from 'next-intl/server'
import { orderWords } from '@/components/orders/order-fields'
import { OrderForm, type OrderField } from '@/components/orders/order-form'
import { ReturnPapers } from '@/components/orders/return-papers'
import { Callout } from '@/components/ui/callout'
import { DescriptionList } from '@/components/ui/description-list'
import { Disclosure } from '@/components/ui/disclosure'
import { Panel } from '@/components/ui/panel'
import type { OrderView } from '@/lib/domains/orders/order.query'
import { RETURN_GROUNDS } from '@/lib/dossiers/returns/return.input'
import type { ReturnReview } from '@/lib/dossiers/returns/return.query'
import type { UserActor } from '@/lib/kernel/actor'
import { refuse } from '@/lib/kernel/result'
import { refusalText } from '@/lib/web/refusal-text'
import { acceptReturnAction, refuseReturnAction } from '../actions'

interface ReturnPartProps {
  order: OrderView
  review: ReturnReview
  actor: UserActor
}

/** A return held against the dossier on file: the papers side by side, and the decision (R-NS-14, R-NS-35). */
export async function ReturnPart({ order, review, actor }: ReturnPartProps) {
  const t = await getTranslations('desk.orders')
  const isOwn = order.domain.ownerId === actor.userId
  const own = isOwn && (await refusalText(refuse('own-name').refusal))
  return (
    <>
      <ReturnPapers review={review} />
      <Panel title={t('decide')}>
        {own ? <Callout kind="info" title={own.message} /> : <Decide order={order} review={review} />}
      </Panel>
    </>
  )
}

async function Decide({ order, review }: Omit<ReturnPartProps, 'actor'>) {
  const { t, texts } = await orderWords()
  const hidden = { orderId: order.id }
  const grounds = RETURN_GROUNDS.map((value) => ({ value, label: t(`returns.grounds.${value}`) }))
  return (
    <div className="flex flex-col gap-5">
      <OnFile review={review} />
      <OrderForm
        id="accept"
        action={acceptReturnAction}
        hidden={hidden}
        fields={await checks(review)}
        texts={texts(t('returns.accept'))}
      >
        <p>{t('after.return', { name: order.domain.nameUnicode })}</p>
      </OrderForm>
      <Disclosure summary={t('returns.refuseOpen')}>
        <OrderForm
          id="refuse"
          action={refuseReturnAction}
          hidden={hidden}
          fields={[
            { name: 'ground', label: t('returns.ground'), choices: grounds },
            { name: 'note', label: t('returns.note'), kind: 'lines', maxLength: 1000 },
          ]}
          texts={texts(t('returns.refuse'))}
          weight="secondary"
        />
      </Disclosure>
    </div>
  )
}

/** Who the dossier says the holder is. */
async function OnFile({ review }: { review: ReturnReview }) {
  const t = await getTranslations('desk.orders')
  return (
    <DescriptionList
      dense
      items={[
        { term: t('returns.holder'), value: review.holder },
        ...(review.representative
          ? [{ term: t('returns.representative'), value: review.representative }]
          : []),
        { term: t('returns.dossier'), value: review.number ?? '–' },
      ]}
    />
  )
}

/** What the desk compares: of a person the number and the signature, of an organisation signature and seal. */
async function checks({ applicantKind }: ReturnReview): Promise<OrderField[]> {
  const t = await getTranslations('desk.orders.returns')
  const signature = { name: 'signature', label: t('signature'), kind: 'tick' } as const
  if (applicantKind === 'ORGANISATION') {
    return [signature, { name: 'seal', label: t('seal'), kind: 'tick' }]
  }
  return [{ name: 'number', label: t('number'), hint: t('numberHint'), maxLength: 40 }, signature]
}
