import { useTranslations } from 'next-intl'
import type { AuthorisationRow } from '@/lib/domains/authorise/authorisation.query'
import { EMPTY_FORM, type FormAction } from '@/lib/web/form-state'
import { ActForm } from '../applications/act-form'

interface WithdrawFormProps {
  state: AuthorisationRow['state']
  action: FormAction
  size?: 'dense'
  /** Says whose it is, where several stand beside each other. */
  label?: string
}

/** Takes an authorisation back that is offered or accepted; nothing for one that has ended. */
export function WithdrawForm({ state, ...form }: WithdrawFormProps) {
  const t = useTranslations('authorisations.list')
  if (state !== 'offered' && state !== 'accepted') return null
  return (
    <ActForm
      {...form}
      initial={EMPTY_FORM}
      button={t('withdraw')}
      pending={t('withdrawing')}
      weight="secondary"
    />
  )
}
