import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ExceptionTabs } from '@/components/operations/exception-tabs'
import { PageFrame } from '@/components/shell/page-frame'
import { Callout } from '@/components/ui/callout'
import { PageHeader } from '@/components/ui/page-header'
import {
  EXCEPTION_LISTS,
  type ExceptionList,
  exceptionCounts,
} from '@/lib/operations/exceptions/counts.query'
import { requireStaff } from '@/lib/web/session'
import { InvoiceList, MoneyList } from './money-lists'
import { NameList } from './name-list'
import { JobList, MessageList, ReviewList } from './other-lists'
import { RegistryList } from './registry-list'
import { WorkList } from './work-list'

export type Query = Readonly<Record<string, string | string[] | undefined>>

interface Props {
  searchParams: Promise<Query>
}

/** What an act came to, and whether it is good news. */
const DONE = {
  'attributed-paid': 'done',
  attributed: 'done',
  returning: 'done',
  settled: 'done',
  'not-settled': 'warning',
  asked: 'done',
  'sent-effect': 'done',
  sent: 'done',
  run: 'done',
  tried: 'done',
  freed: 'done',
} as const

const LISTS: Readonly<Record<ExceptionList, (props: { query: Query }) => Promise<React.ReactNode>>> = {
  money: MoneyList,
  invoices: InvoiceList,
  registry: RegistryList,
  messages: MessageList,
  jobs: JobList,
  work: WorkList,
  reviews: ReviewList,
  names: NameList,
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('operator'))('exceptions.title') }
}

/** What went wrong and waits for somebody: money, invoices, registry, messages, jobs, due work, reviews, names. */
export default async function ExceptionsPage({ searchParams }: Props) {
  await requireStaff('OPERATOR', '/operator/exceptions')
  const query = await searchParams
  const current = EXCEPTION_LISTS.find((list) => list === query.list) ?? 'money'
  const [t, counts] = await Promise.all([getTranslations('operator'), exceptionCounts()])
  const done = (Object.keys(DONE) as (keyof typeof DONE)[]).find((entry) => entry === query.done)
  const List = LISTS[current]
  return (
    <PageFrame>
      <PageHeader
        title={t('exceptions.title')}
        lead={t('exceptions.lead')}
        crumbs={[{ href: '/operator', label: t('home.title') }, { label: t('exceptions.title') }]}
      />
      {done && (
        <div className="mb-6">
          <Callout kind={DONE[done]} live title={t(`exceptions.done.${done}`)} />
        </div>
      )}
      <ExceptionTabs counts={counts} current={current} />
      <List query={query} />
    </PageFrame>
  )
}
