import { getTranslations } from 'next-intl/server'
import { accountFields } from '@/components/account/account-fields'
import { AccountForm } from '@/components/account/account-form'
import { DemoMailbox } from '@/components/account/demo-mailbox'
import { formTexts } from '@/components/account/form-texts'
import { ActForm } from '@/components/applications/act-form'
import { Panel } from '@/components/ui/panel'
import { RadioCards } from '@/components/ui/radio-cards'
import { ButtonLink } from '@/components/ui/button'
import { StateMark } from '@/components/ui/state-mark'
import { LOCALE_NAMES, LOCALES } from '@/lib/i18n/locale'
import { demoMailboxUrl } from '@/lib/people/demo-code.query'
import type { ProfileView } from '@/lib/people/profile.query'
import { EMPTY_FORM } from '@/lib/web/run-action'
import { earlyNoticesAction } from '../inbox/actions'
import { confirmAction, passwordAction, profileAction } from './actions'

/** Name and language. */
export async function NamePanel({ view }: { view: ProfileView }) {
  const [t, fields] = await Promise.all([getTranslations('account'), accountFields()])
  return (
    <Panel title={t('profile.about')}>
      <AccountForm
        id="profile"
        action={profileAction}
        texts={await formTexts('profile')}
        fields={[
          { ...fields.name, value: view.name },
          {
            name: 'locale',
            label: t('fields.locale'),
            value: view.locale,
            choices: LOCALES.map((locale) => ({ value: locale, label: LOCALE_NAMES[locale] })),
          },
        ]}
      />
    </Panel>
  )
}

/** The mail address, and whether it is confirmed. */
export async function AddressPanel({ view }: { view: ProfileView }) {
  const t = await getTranslations('account')
  const { emailConfirmed } = view
  return (
    <Panel
      title={t('fields.email')}
      aside={
        <StateMark
          tone={emailConfirmed ? 'done' : 'near'}
          word={t(emailConfirmed ? 'profile.confirmed' : 'profile.unconfirmed')}
        />
      }
    >
      <p className="mb-4 wrap-anywhere">{view.email}</p>
      {!emailConfirmed && (
        <div className="flex flex-col gap-4">
          <p>{t('profile.whyConfirm')}</p>
          <AccountForm
            id="confirm"
            action={confirmAction}
            texts={await formTexts('sent')}
            weight="secondary"
            fields={[]}
          />
          <DemoMailbox url={demoMailboxUrl()} />
        </div>
      )}
    </Panel>
  )
}

/** Changing the password. */
export async function PasswordPanel() {
  const [t, fields] = await Promise.all([getTranslations('account'), accountFields()])
  return (
    <Panel title={t('password.title')}>
      <AccountForm
        id="password"
        action={passwordAction}
        texts={await formTexts('password')}
        weight="secondary"
        fields={[
          { ...fields.password, name: 'current', label: t('fields.currentPassword') },
          fields.newPassword,
        ]}
      />
    </Panel>
  )
}

/** Whether early notices of an expiry are wanted; the others are always sent. */
export async function NoticesPanel({ view }: { view: ProfileView }) {
  const t = await getTranslations('inbox')
  return (
    <Panel title={t('earlyTitle')}>
      <p className="mb-4">{t('earlyText')}</p>
      <ActForm
        action={earlyNoticesAction}
        initial={EMPTY_FORM}
        button={t('save')}
        pending={t('saving')}
        weight="secondary"
      >
        <RadioCards
          id="early-notices"
          name="earlyNotices"
          label={t('legend')}
          defaultValue={view.earlyNotices ? 'on' : 'off'}
          choices={[
            { value: 'on', label: t('earlyOn') },
            { value: 'off', label: t('earlyOff') },
          ]}
        />
      </ActForm>
    </Panel>
  )
}

/** Whether there is a second factor, and the way to its page. */
export async function FactorPanel({ view }: { view: ProfileView }) {
  const t = await getTranslations('account.factor')
  const { hasSecondFactor } = view
  return (
    <Panel
      title={t('title')}
      aside={
        <StateMark
          tone={hasSecondFactor ? 'done' : 'plain'}
          word={t(hasSecondFactor ? 'isSet' : 'isNotSet')}
        />
      }
    >
      <p className="mb-4">{t('what')}</p>
      <ButtonLink href="/profile/second-factor" weight="secondary">
        {t(hasSecondFactor ? 'look' : 'setUp')}
      </ButtonLink>
    </Panel>
  )
}
