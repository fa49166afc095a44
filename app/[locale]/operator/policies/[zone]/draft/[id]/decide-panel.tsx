import { useTranslations } from 'next-intl'
import { OrderForm } from '@/components/orders/order-form'
import { Callout } from '@/components/ui/callout'
import { Panel } from '@/components/ui/panel'
import type { DraftView } from '@/lib/operations/policies/policies.query'
import { publishAction, withdrawAction } from '../../../actions'

/** Publishing as the second person, and taking back. */
export function DecidePanel({ view }: { view: DraftView }) {
  const t = useTranslations('policies.decide')
  const isSame = view.differences.length === 0
  const reason = view.isAuthor ? t('notYours') : isSame ? t('nothingChanged') : undefined
  return (
    <Panel title={t('title')}>
      <div className="flex flex-col gap-6">
        <Callout kind="info" title={t('twoPersons')} why={t('twoPersonsWhy')} />
        <OrderForm
          id="publish"
          action={publishAction}
          fields={[]}
          hidden={{ draftId: view.id, contentHash: view.contentHash }}
          texts={{ submit: t('publish'), pending: t('publishing'), summary: t('summary') }}
          {...(reason && { reason })}
        >
          <p className="max-w-text">{t('afterwards', { names: view.effect?.moved ?? 0 })}</p>
        </OrderForm>
        <OrderForm
          id="withdraw"
          action={withdrawAction}
          fields={[]}
          weight="secondary"
          hidden={{ draftId: view.id }}
          texts={{ submit: t('withdraw'), pending: t('withdrawing'), summary: t('summary') }}
        />
      </div>
    </Panel>
  )
}
