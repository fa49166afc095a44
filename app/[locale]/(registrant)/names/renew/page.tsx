import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import { type Chosen, chosenHref, readChosen } from '@/components/renewals/chosen-address'
import { ForRegistrant } from '@/components/renewals/for-registrant'
import { LeftOut } from '@/components/renewals/left-out'
import { ManyForm } from '@/components/renewals/many-form'
import { ManyTable } from '@/components/renewals/many-table'
import { PageFrame } from '@/components/shell/page-frame'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { type RenewGroup, renewManyView } from '@/lib/domains/renew/renew-page.query'
import { formatMoney } from '@/lib/i18n/format'
import { newId } from '@/lib/kernel/ids'
import { EMPTY_FORM } from '@/lib/web/form-state'
import { requireActor } from '@/lib/web/session'
import { renewMany } from '../../renewals/actions'

interface Props {
  searchParams: Promise<{ id?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('renewals.many'))('title') }
}

/** Renews many names with one payment for each currency of each owner. */
export default async function RenewManyPage({ searchParams }: Props) {
  const actor = await requireActor('/names')
  const chosen = readChosen((await searchParams).id)
  const [t, names, { groups }] = await Promise.all([
    getTranslations('renewals.many'),
    getTranslations('names.list'),
    renewManyView(actor, chosen),
  ])
  const more = <MoreNames chosen={chosen} />
  return (
    <PageFrame>
      <PageHeader
        title={t('title')}
        crumbs={[{ label: names('title'), href: '/names' }, { label: t('title') }]}
        lead={t('lead')}
        actions={groups.length > 0 && more}
      />
      {groups.length === 0 && (
        <EmptyState title={t('empty.title')} action={more}>
          {t('empty.text')}
        </EmptyState>
      )}
      <div className="flex flex-col gap-6">
        {groups.map((group, index) => (
          <Group
            key={group.names[0]?.name.id}
            id={`${group.currency}-${index}`}
            group={group}
            others={[...chosen].filter(([id]) => group.names.every(({ name }) => name.id !== id))}
          />
        ))}
        <LeftOut names={groups.flatMap((group) => group.names)} />
      </div>
    </PageFrame>
  )
}

/** Back to the list, with the choice. */
function MoreNames({ chosen }: { chosen: Chosen }) {
  const t = useTranslations('renewals.many')
  const ids = new Map([...chosen.keys()].map((id) => [id, undefined]))
  return (
    <ButtonLink href={chosenHref('/names', ids)} weight="secondary">
      {t('more')}
    </ButtonLink>
  )
}

interface GroupProps {
  /** Tells its form from those of the other groups. */
  id: string
  group: RenewGroup
  /** The choice of names of other groups, kept when this one is calculated anew. */
  others: readonly (readonly [id: string, years: number | undefined])[]
}

/** The names of one owner and one currency, paid together. */
async function Group({ id, group, others }: GroupProps) {
  const [t, other, locale, years] = await Promise.all([
    getTranslations('renewals.many'),
    getTranslations('renewals.other'),
    getLocale(),
    yearsFor(group),
  ])
  const items = group.names.flatMap(({ name, choice }) =>
    choice ? [{ domainId: name.id, years: choice.years }] : [],
  )
  if (items.length === 0) return null
  const amount = formatMoney(locale, group.total)
  const { currency, registrant } = group
  const about = { count: items.length, currency }
  return (
    <Panel title={registrant === null ? t('group', about) : other('group', { ...about, registrant })}>
      {registrant !== null && (
        <div className="mb-4">
          <ForRegistrant registrant={registrant} />
        </div>
      )}
      <ManyForm
        action={renewMany.bind(null, { items, others })}
        initial={EMPTY_FORM}
        formKey={newId()}
        id={id}
        years={years}
        texts={{
          all: t('all'),
          allHint: t('allHint'),
          recalculate: t('recalculate'),
          renew: t('renew', { count: items.length, amount }),
          pending: t('pending'),
        }}
      >
        <ManyTable group={group} />
      </ManyForm>
    </Panel>
  )
}

/** One number of years for all names of a group, up to the most of any; or each as it was chosen. */
async function yearsFor({ names }: RenewGroup) {
  const [t, one] = await Promise.all([getTranslations('renewals.many'), getTranslations('renewals.one')])
  const most = Math.max(...names.map(({ name }) => name.choices.at(-1)?.years ?? 1))
  return [
    { value: '', label: t('asChosen') },
    ...Array.from({ length: most }, (_, index) => ({
      value: String(index + 1),
      label: one('count', { years: index + 1 }),
    })),
  ]
}
