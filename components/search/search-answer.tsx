import { useTranslations } from 'next-intl'
import type { NameAnswer, Own, SearchView } from '@/lib/dossiers/search/search.query'
import type { RefusalText } from '@/lib/web/refusal-text'
import { EmptyState } from '../ui/empty-state'
import { PageHeader } from '../ui/page-header'
import { AnswerState } from './answer-state'
import { AnswerTable } from './answer-table'
import { ApplyAside, FreeName } from './free-name'
import { NameTitle } from './name-title'
import { OwnName } from './own-name'
import { RefusedName } from './refused-name'

interface SearchAnswerProps {
  view: SearchView
  typed: string
  /** The refusal of the view in the reader's language, when it has one. */
  refusal?: RefusalText
}

/** What the search found, in words. Server only. */
export function SearchAnswer({ view, typed, refusal }: SearchAnswerProps) {
  const t = useTranslations('search.result')
  const grounds = useTranslations('policy.grounds')
  if (view.kind === 'nothing') return <Nothing />
  if (view.kind === 'free') return <Free answer={view.answer} offer={view.offer} />
  if (view.kind === 'many') {
    return (
      <>
        <PageHeader title={t('many', { label: view.label })} lead={t('manyLead')} />
        <AnswerTable caption={t('under')} answers={view.answers} />
      </>
    )
  }
  if (view.kind === 'taken') return <Taken {...view} refusal={refusal} />
  const title = view.kind === 'limited' ? t('limited') : grounds(view.ground)
  return (
    <>
      <PageHeader title={<span className="name-text">{typed.trim().slice(0, 260)}</span>} />
      {refusal && <RefusedName title={title} refusal={refusal} />}
      {view.kind === 'refused' && <Others answers={view.others} />}
    </>
  )
}

function Nothing() {
  const t = useTranslations('search.result')
  return (
    <>
      <PageHeader title={t('title')} />
      <EmptyState title={t('nothing')}>{t('nothingHow')}</EmptyState>
    </>
  )
}

function Free({ answer, offer }: Omit<Extract<SearchView, { kind: 'free' }>, 'kind'>) {
  const t = useTranslations('search.result')
  return (
    <>
      <PageHeader
        title={<NameTitle {...answer} />}
        state={<AnswerState state="free" />}
        lead={t('freeLead', { registry: offer.registry })}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="lg:order-2 lg:sticky lg:top-6">
          <ApplyAside answer={answer} offer={offer} />
        </div>
        <FreeName answer={answer} offer={offer} />
      </div>
    </>
  )
}

interface TakenProps {
  answer: NameAnswer
  others: readonly NameAnswer[]
  own?: Own
  refusal?: RefusalText
}

function Taken({ answer, others, own, refusal }: TakenProps) {
  const grounds = useTranslations('policy.grounds')
  const { state, ascii } = answer
  return (
    <>
      <PageHeader title={<NameTitle {...answer} />} state={<AnswerState state={state} />} />
      {own && <OwnName own={own} />}
      {refusal && !own && (
        <RefusedName
          title={state === 'free' ? '' : grounds(state)}
          refusal={refusal}
          lookUp={state === 'exists' ? ascii : undefined}
          again={state === 'unknown' ? ascii : undefined}
        />
      )}
      <Others answers={others} />
    </>
  )
}

function Others({ answers }: { answers: readonly NameAnswer[] }) {
  const t = useTranslations('search.result')
  if (answers.length === 0) return null
  return (
    <div className="mt-8">
      <AnswerTable caption={t('others')} answers={answers} />
    </div>
  )
}
