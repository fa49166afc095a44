import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { ComparedValues } from '@/components/policies/compared-values'
import { DraftFacts } from '@/components/policies/draft-facts'
import { Effect } from '@/components/policies/effect'
import { useDayWords } from '@/components/policies/value-words'
import { PageFrame } from '@/components/shell/page-frame'
import { Callout } from '@/components/ui/callout'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { type DraftView, draftView } from '@/lib/operations/policies/policies.query'
import { requireStaff } from '@/lib/web/session'
import { ChangePanel } from './change-panel'
import { DecidePanel } from './decide-panel'

interface DraftProps {
  params: Promise<{ zone: string; id: string }>
  searchParams: Promise<{ done?: string }>
}

const DONE = ['drafted', 'changed', 'published', 'withdrawn'] as const

export async function generateMetadata({ params }: DraftProps): Promise<Metadata> {
  return { title: (await getTranslations('policies.draft'))('title', { zone: (await params).zone }) }
}

/** An operator's version: what it says differently, what it would change, and the two who decide about it. */
export default async function DraftPage({ params, searchParams }: DraftProps) {
  const { zone, id } = await params
  const actor = await requireStaff('OPERATOR', `/operator/policies/${zone}/draft/${id}`)
  const [t, list, home, view, query] = await Promise.all([
    getTranslations('policies.draft'),
    getTranslations('policies.list'),
    getTranslations('operator.home'),
    draftView(zone, id, actor.userId),
    searchParams,
  ])
  if (!view) return notFound()
  const done = DONE.find((entry) => entry === query.done)
  return (
    <PageFrame>
      <PageHeader
        title={t('title', { zone })}
        lead={t('lead')}
        crumbs={[
          { href: '/operator', label: home('title') },
          { href: '/operator/policies', label: list('title') },
          { href: `/operator/policies/${zone}`, label: `.${zone}` },
          { label: t('crumb') },
        ]}
      />
      <div className="flex flex-col gap-8">
        {done && <Callout kind="done" live title={t(`done.${done}`)} />}
        <DraftFacts view={view} />
        <Differences view={view} />
        {view.effect && (
          <Panel title={t('effect')}>
            <Effect effect={view.effect} timeZone={view.zone.timeZone} />
          </Panel>
        )}
        {view.state === 'DRAFT' && <DecidePanel view={view} />}
        {view.state === 'DRAFT' && view.isAuthor && <ChangePanel view={view} />}
      </div>
    </PageFrame>
  )
}

function Differences({ view }: { view: DraftView }) {
  const t = useTranslations('policies.draft')
  const day = useDayWords()
  return (
    <Panel title={t('differences')}>
      <ComparedValues
        caption={t('differences')}
        headings={[t('replaced', { day: day(view.replaced) }), t('this', { day: day(view.from) })]}
        rows={view.differences}
        marked={false}
        empty={t('noDifference')}
      />
    </Panel>
  )
}
