import { useLocale, useTranslations } from 'next-intl'
import { countryName } from '@/components/applications/country-choices'
import { policyAt } from '@/lib/web/policy-of'
import { RuleWhy } from '@/components/applications/when'
import { ButtonLink } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { mayChangeContacts } from '@/lib/domains/lifecycle'
import type { NameView } from '@/lib/domains/manage/name.query'

const ORDER = ['registrant', 'admin', 'tech', 'billing'] as const

/** Who stands for the name, and the warning that goes with it (R-NS-17). Server only. */
export function ContactsPanel({ view }: { view: NameView }) {
  const t = useTranslations('names.contacts')
  const contacts = ORDER.flatMap((role) => view.contacts.filter((contact) => contact.role === role))
  return (
    <Panel title={t('title')}>
      <ul className="grid gap-6 sm:grid-cols-2">
        {contacts.map((contact) => (
          <li key={contact.role} className="flex flex-col items-start gap-2">
            <ContactCard contact={contact} />
            {mayChangeContacts(view.status) && (
              <ButtonLink
                href={`/names/${view.nameAscii}/contacts/${contact.role}`}
                weight="secondary"
                size="dense"
              >
                {t('change')}
                <span className="sr-only">: {t(`roles.${contact.role}`)}</span>
              </ButtonLink>
            )}
          </li>
        ))}
      </ul>
      <div className="mt-4 max-w-text text-sm text-ink-soft">
        {t('warning')} <RuleWhy rule="R-NS-17" policy={policyAt(view.zone, view.heldAt)} about={t('title')} />
      </div>
    </Panel>
  )
}

function ContactCard({ contact }: { contact: NameView['contacts'][number] }) {
  const t = useTranslations('names.contacts')
  const locale = useLocale()
  const { name, organisation, street, city, province, postalCode, country, email, phone } = contact.data
  const place = [postalCode, city, province].filter(Boolean).join(' ')
  const lines = [organisation, name, street, place, countryName(locale, country), email, phone].filter(
    Boolean,
  )
  return (
    <div className="min-w-0">
      <h3 className="font-semibold">{t(`roles.${contact.role}`)}</h3>
      {lines.map((line) => (
        <div key={line} className="wrap-anywhere">
          {line}
        </div>
      ))}
      <div className="text-sm text-ink-soft">{t('handle', { handle: contact.handle })}</div>
    </div>
  )
}
