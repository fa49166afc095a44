import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/dossiers/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { SelectInput } from '@/components/ui/select-input'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea, TextInput } from '@/components/ui/text-input'
import { sentenceParams } from '@/lib/i18n/refusal-params'
import type { ReviewView } from '@/lib/dossiers/review/desk.query'
import { REASONS, REFUSAL_GROUNDS } from '@/lib/dossiers/review/review.input'
import { acceptAction, askAction, putBackAction, refuseAction } from '../actions'

/** Accept, ask for more, refuse, or put back. */
export function DecisionPart({ view }: { view: ReviewView }) {
  const t = useTranslations('desk')
  const refusals = useTranslations('refusals')
  const { acceptBarred } = view
  const reason =
    acceptBarred && refusals(acceptBarred.code as 'own-dossier', sentenceParams(acceptBarred.params) as never)
  const hidden = { dossierId: view.id }
  return (
    <section aria-labelledby="decision" className="flex flex-col gap-4 border-t-2 border-ink pt-4">
      <h2 id="decision" className="font-semibold">
        {t('decision')}
      </h2>
      <ActionForm action={acceptAction} hidden={hidden}>
        <SubmitButton pendingText={t('pending')} {...(reason && { reason })}>
          {t('accept')}
        </SubmitButton>
      </ActionForm>
      <Disclosure summary={t('ask')}>
        <AskForm view={view} />
      </Disclosure>
      <Disclosure summary={t('refuse')}>
        <RefuseForm dossierId={view.id} />
      </Disclosure>
      <ActionForm action={putBackAction} hidden={hidden}>
        <SubmitButton weight="quiet" size="dense" pendingText={t('pending')}>
          {t('putBack')}
        </SubmitButton>
      </ActionForm>
    </section>
  )
}

function AskForm({ view }: { view: ReviewView }) {
  const t = useTranslations('desk')
  const kinds = useTranslations('policy.documents')
  const choices = [
    { value: '', label: t('noReason') },
    ...REASONS.map((reason) => ({ value: reason, label: t(`reason.${reason}`) })),
  ]
  const about = [
    { key: 'declaration', label: t('declaration') },
    ...view.documents.map(({ kind }) => ({ key: kind, label: kinds(kind as 'identity-card') })),
  ]
  return (
    <ActionForm action={askAction} hidden={{ dossierId: view.id }} className="flex flex-col gap-4">
      {about.map(({ key, label }) => (
        <fieldset key={key} className="flex flex-col gap-2">
          <legend className="font-semibold">{label}</legend>
          <SelectInput name={`reason.${key}`} label={t('reasonLabel')} choices={choices} />
          <TextInput name={`note.${key}`} label={t('noteLabel')} maxLength={1000} />
        </fieldset>
      ))}
      <SubmitButton weight="secondary" pendingText={t('pending')}>
        {t('sendRequest')}
      </SubmitButton>
    </ActionForm>
  )
}

function RefuseForm({ dossierId }: { dossierId: string }) {
  const t = useTranslations('desk')
  const grounds = useTranslations('mail.grounds')
  const choices = REFUSAL_GROUNDS.map((ground) => ({ value: ground, label: grounds(ground) }))
  return (
    <ActionForm action={refuseAction} hidden={{ dossierId }} className="flex flex-col gap-3">
      <SelectInput name="ground" label={t('ground')} hint={t('groundHint')} choices={choices} />
      <TextArea name="note" label={t('noteToApplicant')} required maxLength={1000} />
      <SubmitButton weight="secondary" pendingText={t('pending')}>
        {t('confirmRefuse')}
      </SubmitButton>
    </ActionForm>
  )
}
