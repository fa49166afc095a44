import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { OrderForm } from '@/components/orders/order-form'
import { ComparedValues } from '@/components/policies/compared-values'
import { OwnVersions } from '@/components/policies/own-versions'
import { useDayWords } from '@/components/policies/value-words'
import { PageFrame } from '@/components/shell/page-frame'
import { Callout } from '@/components/ui/callout'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Link } from '@/lib/i18n/link'
import { type ZoneView, zoneView } from '@/lib/operations/policies/policies.query'
import { requireStaff } from '@/lib/web/session'
import { useTranslations } from 'next-intl'
import { draftAction } from '../actions'

interface ZoneProps {
  params: Promise<{ zone: string }>
  searchParams: Promise<{ values?: string }>
}

export async function generateMetadata({ params }: ZoneProps): Promise<Metadata> {
  return { title: (await getTranslations('policies.zone'))('title', { zone: (await params).zone }) }
}

/** The versions of a zone's policy side by side, the operators' own, and the way to a next one. */
export default async function ZonePolicyPage({ params, searchParams }: ZoneProps) {
  const { zone } = await params
  await requireStaff('OPERATOR', `/operator/policies/${zone}`)
  const [t, list, home, view, { values }] = await Promise.all([
    getTranslations('policies.zone'),
    getTranslations('policies.list'),
    getTranslations('operator.home'),
    zoneView(zone),
    searchParams,
  ])
  if (!view) return notFound()
  return (
    <PageFrame>
      <PageHeader
        title={t('title', { zone })}
        lead={t('lead')}
        crumbs={[
          { href: '/operator', label: home('title') },
          { href: '/operator/policies', label: list('title') },
          { label: `.${zone}` },
        ]}
      />
      <div className="flex flex-col gap-8">
        <SideBySide view={view} all={values === 'all' || view.versions.length === 1} />
        <Own view={view} />
      </div>
    </PageFrame>
  )
}

function SideBySide({ view, all }: { view: ZoneView; all: boolean }) {
  const t = useTranslations('policies.zone')
  const day = useDayWords()
  const path = `/operator/policies/${view.zone.zone}`
  return (
    <Panel
      title={t('versions', { count: view.versions.length })}
      aside={
        view.versions.length > 1 && (
          <Link href={all ? path : `${path}?values=all`} className="text-link">
            {t(all ? 'onlyDifferences' : 'allValues')}
          </Link>
        )
      }
    >
      <ComparedValues
        caption={t('versions', { count: view.versions.length })}
        headings={view.versions.map((from) =>
          t(from === view.current ? 'fromCurrent' : 'from', { day: day(from) }),
        )}
        rows={view.compared.filter(({ differs }) => all || differs)}
        marked={view.versions.length > 1}
        empty={t('same')}
      />
    </Panel>
  )
}

function Own({ view }: { view: ZoneView }) {
  const t = useTranslations('policies.own')
  return (
    <>
      <Panel title={t('title')}>
        <OwnVersions view={view} />
      </Panel>
      <Panel title={t('new')}>
        <div className="flex flex-col gap-6">
          <Callout kind="info" title={t('twoPersons')} why={t('twoPersonsWhy')} />
          <NewDraft view={view} />
        </div>
      </Panel>
    </>
  )
}

function NewDraft({ view }: { view: ZoneView }) {
  const t = useTranslations('policies.own')
  const day = useDayWords()
  return (
    <OrderForm
      id="draft"
      action={draftAction}
      hidden={{ zone: view.zone.zone }}
      texts={{ submit: t('make'), pending: t('making'), summary: t('summary') }}
      fields={[
        {
          name: 'base',
          label: t('base'),
          choices: view.versions.toReversed().map((from) => ({ value: from, label: day(from) })),
        },
        { name: 'from', label: t('begins'), hint: t('beginsHint', { day: view.earliest }), maxLength: 10 },
        { name: 'reason', label: t('reason'), hint: t('reasonHint'), maxLength: 200 },
      ]}
    />
  )
}
