import { getTranslations } from 'next-intl/server'
import type { AccountField } from './account-form'

/** The questions that several forms of the account ask in the same way. */
export async function accountFields() {
  const t = await getTranslations('account.fields')
  const email = { name: 'email', label: t('email'), type: 'email', inputMode: 'email' } as const
  return {
    name: { name: 'name', label: t('name'), autoComplete: 'name', maxLength: 120 },
    /** Of an account that exists: a password manager fills it in. */
    knownEmail: { ...email, autoComplete: 'username' },
    ownEmail: { ...email, autoComplete: 'email' },
    password: { name: 'password', label: t('password'), type: 'password', autoComplete: 'current-password' },
    newPassword: {
      name: 'password',
      label: t('newPassword'),
      hint: t('newPasswordHint'),
      type: 'password',
      autoComplete: 'new-password',
    },
  } satisfies Record<string, AccountField>
}
