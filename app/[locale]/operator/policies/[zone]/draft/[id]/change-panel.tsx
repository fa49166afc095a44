import { useTranslations } from 'next-intl'
import { OrderForm } from '@/components/orders/order-form'
import { useBasisFields, useDraftFields } from '@/components/policies/draft-fields'
import { Disclosure } from '@/components/ui/disclosure'
import { Panel } from '@/components/ui/panel'
import type { DraftView } from '@/lib/operations/policies/policies.query'
import { FIELD_TOPICS } from '@/lib/policy/versions/fields.rule'
import { changeAction, patchAction } from '../../../actions'

/** The values that are changed most, by topic; everything else as JSON. */
export function ChangePanel({ view }: { view: DraftView }) {
  const t = useTranslations('policies.form')
  const fields = useDraftFields(view.version)
  const basis = useBasisFields()
  const texts = { submit: t('save'), pending: t('saving'), summary: t('summary') }
  return (
    <Panel title={t('title')}>
      <p className="mb-4 max-w-text">{t('lead')}</p>
      <div className="flex flex-col items-start gap-4">
        {FIELD_TOPICS.map((topic) => (
          <Disclosure key={topic} summary={t(`topic.${topic}`)}>
            <OrderForm
              id={topic}
              action={changeAction}
              hidden={{ draftId: view.id, topic }}
              fields={fields(topic)}
              texts={texts}
            />
          </Disclosure>
        ))}
        <Disclosure summary={t('topic.other')}>
          <OrderForm
            id="other"
            action={patchAction}
            hidden={{ draftId: view.id }}
            fields={[
              { name: 'changes', label: t('json'), hint: t('jsonHint'), kind: 'lines', maxLength: 20_000 },
              ...basis,
            ]}
            texts={texts}
          />
        </Disclosure>
      </div>
    </Panel>
  )
}
