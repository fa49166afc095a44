import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CalculatedDates } from '@/components/policy/calculated-dates'
import { CalculatorForm } from '@/components/policy/calculator-form'
import { CalculatorLinks } from '@/components/policy/calculator-links'
import { NameLife } from '@/components/policy/name-life'
import { RuleWhy } from '@/components/policy/rule-why'
import { VersionTable } from '@/components/policy/version-table'
import { queryText } from '@/components/search/query-text'
import { PageFrame } from '@/components/shell/page-frame'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import {
  type CalculatorView,
  calculatorView,
  type LifeAsked,
  termOf,
} from '@/lib/domains/calculator/calculator-page.query'
import { businessNow } from '@/lib/platform/business-clock'
import { extensionNames } from '@/lib/policy/extension.query'
import { refusalText } from '@/lib/web/refusal-text'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('calculator'))('title') }
}

/** The life of a name on paper: every date of a term, from what anybody types. */
export default async function CalculatorPage({ searchParams }: Props) {
  const asked = await readAsked(searchParams)
  const [t, now] = await Promise.all([getTranslations('calculator'), businessNow()])
  const view = calculatorView(asked, now)
  const refusal = view.kind === 'refused' ? await refusalText(view.refusal) : undefined
  const errors = { ...(refusal?.field && { [refusal.field]: refusal.message }), ...refusal?.fields }
  return (
    <PageFrame>
      <PageHeader title={t('title')} lead={t('lead')} />
      <CalculatorForm asked={asked} extensions={extensionNames()} errors={errors} />
      <div className="mt-8 flex flex-col gap-6">
        {refusal && <Callout kind="refusal" title={t('refused')} why={refusal.message} />}
        {view.kind === 'empty' && <EmptyState title={t('empty')}>{t('emptyHow')}</EmptyState>}
        {view.kind === 'life' && <Life view={view} asked={asked} now={now} />}
      </div>
    </PageFrame>
  )
}

async function readAsked(searchParams: Props['searchParams']): Promise<LifeAsked> {
  const query = await searchParams
  const text = (key: string) => queryText(query[key]).trim().slice(0, 80)
  return { zone: text('zone'), registered: text('registered'), expires: text('expires'), hour: text('hour') }
}

interface LifeProps {
  view: Extract<CalculatorView, { kind: 'life' }>
  asked: LifeAsked
  now: Date
}

async function Life({ view, asked, now }: LifeProps) {
  const t = await getTranslations('calculator')
  const { life, drawn, dates, versions } = view
  const { zone, policyId } = life
  const { suffix } = life.suffix
  const unicode = extensionNames().find((name) => name.suffix === suffix)?.unicode ?? suffix
  const subject = t('subject', { suffix: unicode })
  return (
    <>
      <Panel title={t('life', { suffix: unicode })}>
        <NameLife life={drawn} now={now} of={subject} zone={zone.zone} />
      </Panel>
      <Panel title={t('dates.caption')}>
        <CalculatedDates dates={dates} timeZone={zone.timeZone} policyId={policyId} />
        <p className="my-4 max-w-text text-sm text-ink-soft">
          {t('dates.note', { zone: zone.timeZone })} <RuleWhy rule="R-HO-12" about={t('dates.caption')} />
        </p>
        <CalculatorLinks extension={{ suffix, unicode }} term={termOf(asked)} />
      </Panel>
      <Panel title={t('versions.title')}>
        <p className="mb-3 max-w-text">{t('versions.why', { version: policyId })}</p>
        <VersionTable versions={versions} used={{ id: policyId, word: t('versions.used') }} />
      </Panel>
    </>
  )
}
