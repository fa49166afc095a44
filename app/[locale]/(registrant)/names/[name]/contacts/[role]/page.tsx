import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { policyAt } from '@/lib/web/policy-of'
import { RuleWhy } from '@/components/applications/when'
import { ContactForm } from '@/components/names/contact-form'
import { formWords } from '@/components/names/form-words'
import { NotOnFile } from '@/components/shell/not-on-file'
import { PageFrame } from '@/components/shell/page-frame'
import { Callout } from '@/components/ui/callout'
import { PageHeader } from '@/components/ui/page-header'
import { mayChangeContacts } from '@/lib/domains/lifecycle'
import { nameView } from '@/lib/domains/manage/name.query'
import { EMPTY_FORM } from '@/lib/web/run-action'
import { requireActor } from '@/lib/web/session'
import { changeContactData } from '../../../actions'

interface Props {
  params: Promise<{ name: string; role: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('names.contacts'))('changeTitle') }
}

/** Changes one contact of a name; the holder's own name stays. */
export default async function ContactPage({ params }: Props) {
  const { name: inAddress, role } = await params
  const name = decodeURIComponent(inAddress)
  const actor = await requireActor(`/names/${encodeURIComponent(name)}/contacts/${role}`)
  const [t, view] = await Promise.all([getTranslations('names'), nameView(actor.userId, name)])
  const contact = view?.contacts.find((entry) => entry.role === role)
  if (!view || !contact) return <NotOnFile />
  const { id: domainId, nameAscii } = view
  const title = t(`contacts.roles.${contact.role}`)
  return (
    <PageFrame>
      <PageHeader
        title={title}
        crumbs={[
          { label: t('list.title'), href: '/names' },
          { label: view.nameUnicode, href: `/names/${nameAscii}` },
          { label: title },
        ]}
        lead={
          <>
            {t('contacts.lead')}{' '}
            <RuleWhy rule="R-NS-18" policy={policyAt(view.zone, view.heldAt)} about={title} />
          </>
        }
      />
      {role === 'registrant' && <p className="mb-5 max-w-text">{t('contacts.holderFixed')}</p>}
      {mayChangeContacts(view.status) ? (
        <ContactForm
          action={changeContactData.bind(null, { domainId, nameAscii, role })}
          initial={{ ...EMPTY_FORM, values: { ...contact.data } }}
          isHolder={role === 'registrant'}
          {...(await formWords(view.zone))}
        />
      ) : (
        <Callout kind="info" title={t('change.notActive')} />
      )}
    </PageFrame>
  )
}
