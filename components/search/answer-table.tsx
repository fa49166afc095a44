import { useLocale, useTranslations } from 'next-intl'
import type { NameAnswer } from '@/lib/dossiers/search/search.query'
import { formatMoney } from '@/lib/i18n/format'
import { Link } from '@/lib/i18n/link'
import { Amount } from '../ui/amount'
import { DataTable } from '../ui/data-table'
import { AnswerState } from './answer-state'

/** One label under several extensions: which are free, and at what price. Server only. */
export function AnswerTable({ caption, answers }: { caption: string; answers: readonly NameAnswer[] }) {
  const t = useTranslations('search.many')
  const locale = useLocale()
  return (
    <DataTable
      caption={caption}
      rows={answers}
      rowKey={(answer) => answer.ascii}
      columns={[
        { key: 'name', header: t('name'), rowHeader: true, cell: (answer) => <NameLink answer={answer} /> },
        { key: 'state', header: t('state'), cell: (answer) => <AnswerState state={answer.state} /> },
        {
          key: 'price',
          header: t('firstYear'),
          align: 'end',
          cell: ({ state, firstYear }) =>
            state === 'free' && firstYear ? <Amount text={formatMoney(locale, firstYear)} /> : '–',
        },
        {
          key: 'act',
          header: t('act'),
          headerHidden: true,
          align: 'end',
          cell: (answer) => <NextStep answer={answer} />,
        },
      ]}
      empty={null}
    />
  )
}

function NameLink({ answer }: { answer: NameAnswer }) {
  const openings = useTranslations('policy.openings')
  return (
    <span className="flex flex-col">
      <Link href={`/search?name=${answer.ascii}`} className="text-link name-text">
        {answer.unicode}
      </Link>
      {answer.opening !== 'open' && (
        <span className="text-sm font-normal text-ink-soft">{openings(answer.opening)}</span>
      )}
    </span>
  )
}

function NextStep({ answer }: { answer: NameAnswer }) {
  const t = useTranslations('search.many')
  if (answer.state === 'exists') {
    return (
      <Link href={`/lookup?name=${answer.ascii}`} className="text-link">
        {t('lookUp')}
        <span className="sr-only"> {answer.unicode}</span>
      </Link>
    )
  }
  return (
    <Link href={`/search?name=${answer.ascii}`} className="text-link">
      {t(answer.state === 'free' ? 'conditions' : 'why')}
      <span className="sr-only"> {answer.unicode}</span>
    </Link>
  )
}
