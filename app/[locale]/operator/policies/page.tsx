import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ValueFilter, ValueList } from '@/components/policies/value-list'
import { ZoneList } from '@/components/policies/zone-list'
import { queryText } from '@/components/search/query-text'
import { PageFrame } from '@/components/shell/page-frame'
import { KeysetPager } from '@/components/ui/keyset-pager'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { formatCount } from '@/lib/i18n/format'
import { policiesView, type ValuesWanted } from '@/lib/operations/policies/policies.query'
import { GRADES } from '@/lib/policy/versions/grades'
import { requireStaff } from '@/lib/web/session'

interface PoliciesProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('policies.list'))('title') }
}

/** All zones with their versions, and what every value rests on. */
export default async function PoliciesPage({ searchParams }: PoliciesProps) {
  await requireStaff('OPERATOR', '/operator/policies')
  const wanted = await readWanted(searchParams)
  const [t, home, locale, view] = await Promise.all([
    getTranslations('policies.list'),
    getTranslations('operator.home'),
    getLocale(),
    policiesView(wanted),
  ])
  const { page, pages } = view
  return (
    <PageFrame>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        crumbs={[{ href: '/operator', label: home('title') }, { label: t('title') }]}
      />
      <div className="flex flex-col gap-8">
        <ZoneList zones={view.zones} />
        <Panel title={t('values')}>
          <p className="mb-4 max-w-text">{t('valuesLead')}</p>
          <ValueFilter zones={view.zones.map(({ zone }) => zone)} wanted={wanted} />
          <p className="mb-2 text-sm text-ink-soft">
            {t('found', { count: formatCount(locale, view.found), number: view.found, page, pages })}
          </p>
          <ValueList values={view.values} />
          <KeysetPager
            first={page > 2 ? addressOf(wanted, 1) : undefined}
            previous={page > 1 ? addressOf(wanted, page - 1) : undefined}
            next={page < pages ? addressOf(wanted, page + 1) : undefined}
          />
        </Panel>
      </div>
    </PageFrame>
  )
}

async function readWanted(searchParams: PoliciesProps['searchParams']): Promise<ValuesWanted> {
  const query = await searchParams
  const zone = queryText(query.zone)
  const page = Number.parseInt(queryText(query.page), 10)
  return {
    ...(zone && { zone }),
    grade: GRADES.find((grade) => grade === query.grade) ?? 'unsure',
    text: queryText(query.text).slice(0, 80),
    page: Number.isSafeInteger(page) ? page : 1,
  }
}

function addressOf({ zone, grade, text }: ValuesWanted, page: number): string {
  const query = new URLSearchParams({ ...(zone && { zone }), grade, text, page: String(page) })
  return `/operator/policies?${query}`
}
