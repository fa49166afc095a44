import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatCount } from '@/lib/i18n/format'
import type { DraftView } from '@/lib/operations/policies/policies.query'
import { Moment } from '../applications/when'
import { DescriptionList } from '../ui/description-list'
import { Panel } from '../ui/panel'
import { DraftState } from './draft-state'
import { useDayWords } from './value-words'

/** Who made and who published a version, from when it holds, and how far its dates are recomputed. Server only. */
export function DraftFacts({ view }: { view: DraftView }) {
  const t = useTranslations('policies.draft')
  const day = useDayWords()
  const moment = (at: Date) => <Moment at={at} zone={view.zone.timeZone} />
  const { approver, publishedAt, withdrawnAt, run } = view
  return (
    <Panel title={t('facts')}>
      <DescriptionList
        items={[
          { term: t('state'), value: <DraftState state={view.state} /> },
          { term: t('from'), value: day(view.from) },
          { term: t('author'), value: <By who={view.author} at={moment(view.authoredAt)} /> },
          ...(approver && publishedAt
            ? [{ term: t('approver'), value: <By who={approver} at={moment(publishedAt)} /> }]
            : []),
          ...(withdrawnAt ? [{ term: t('withdrawn'), value: moment(withdrawnAt) }] : []),
          ...(run ? [{ term: t('run'), value: <Run run={run} /> }] : []),
          {
            term: t('hash'),
            value: <code className="text-sm break-all">{view.contentHash}</code>,
          },
        ]}
      />
    </Panel>
  )
}

function By({ who, at }: { who: string; at: ReactNode }) {
  return (
    <div>
      {who} · {at}
    </div>
  )
}

/** How far the names' dates are recomputed. */
function Run({ run: { due, done, moved, failed, endedAt } }: { run: NonNullable<DraftView['run']> }) {
  const t = useTranslations('policies.draft')
  const locale = useLocale()
  const count = (number: number) => formatCount(locale, number)
  return (
    <span className="flex flex-col">
      <span>{t(endedAt ? 'runEnded' : 'running', { done: count(done), due: count(due) })}</span>
      <span>{t('runMoved', { moved: count(moved), number: moved })}</span>
      {failed > 0 && <span>{t('runFailed', { failed: count(failed), number: failed })}</span>}
    </span>
  )
}
