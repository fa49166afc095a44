import { getTranslations } from 'next-intl/server'
import { ActButton } from '@/components/operations/act-button'
import { ExceptionTable } from '@/components/operations/exception-table'
import type { Column } from '@/components/ui/data-table'
import { StateMark } from '@/components/ui/state-mark'
import { cursorOf } from '@/lib/kernel/page'
import {
  type JournalException,
  journalExceptions,
  REGISTRY_FILTERS,
} from '@/lib/operations/exceptions/registry.query'
import { askNowAction, sendEffectAction } from './actions'
import { type ListProps, words } from './words'

/** The registry's journal: effects still wanted, answers lost, open too long, refused. */
export async function RegistryList({ query }: ListProps) {
  const state = REGISTRY_FILTERS.find((entry) => entry === query.state) ?? 'lost'
  const cursor = cursorOf(query)
  const [{ t, moment, act }, names, page] = await Promise.all([
    words(),
    getTranslations('names.registry'),
    journalExceptions(state, cursor),
  ])
  const kind = (code: string) => (names.has(`kinds.${code}`) ? names(`kinds.${code}`) : code)
  const columns: Column<JournalException>[] = [
    { key: 'kind', header: t('column.command'), rowHeader: true, cell: (row) => kind(row.kind) },
    { key: 'name', header: t('column.name'), cell: (row) => row.nameAscii ?? '–' },
    { key: 'queued', header: t('column.queued'), cell: (row) => moment(row.queuedAt) },
    { key: 'tries', header: t('column.tries'), align: 'end', cell: (row) => row.attempts },
    { key: 'state', header: t('column.state'), cell: (row) => <Answer row={row} /> },
    { ...act, cell: (row) => <Act row={row} about={`${kind(row.kind)} ${row.nameAscii ?? row.id}`} /> },
  ]
  return (
    <ExceptionTable
      list="registry"
      page={page}
      states={REGISTRY_FILTERS}
      state={state}
      isFurther={cursor !== undefined}
      columns={columns}
    />
  )
}

async function Answer({ row }: { row: JournalException }) {
  const names = await getTranslations('names.registry')
  const tone = row.state === 'REFUSED' ? 'urgent' : row.state === 'UNKNOWN' ? 'near' : 'action'
  return (
    <div className="flex flex-col gap-1">
      <StateMark tone={tone} word={names(`states.${row.state}`)} />
      {(row.code || row.message) && (
        <span translate="no" className="wrap-anywhere text-ink-soft">
          {[row.code, row.message].filter(Boolean).join(' ')}
        </span>
      )}
    </div>
  )
}

/** What can be done about a row: sent again what is still wanted, asked what has no answer; of the rest nothing. */
async function Act({ row, about }: { row: JournalException; about: string }) {
  const t = await getTranslations('operator.exceptions.form')
  if (row.state === 'REFUSED' && !row.isLost) return null
  const act = row.isLost
    ? { action: sendEffectAction, button: t('sendAgain') }
    : { action: askNowAction, button: t('askNow') }
  return <ActButton {...act} hidden={{ commandId: row.id }} pending={t('pending')} about={about} />
}
