import { ActButton } from '@/components/operations/act-button'
import { ExceptionTable } from '@/components/operations/exception-table'
import { cursorOf } from '@/lib/kernel/page'
import { type StuckWorkLine, stuckWork } from '@/lib/operations/exceptions/work.query'
import { tryAgainAction } from './actions'
import { type ListProps, words } from './words'

/** Due work that could not be carried out: it is set aside and blocks nothing. */
export async function WorkList({ query }: ListProps) {
  const cursor = cursorOf(query)
  const [{ t, moment, act }, page] = await Promise.all([words(), stuckWork(cursor)])
  return (
    <ExceptionTable
      list="work"
      page={page}
      isFurther={cursor !== undefined}
      columns={[
        { key: 'kind', header: t('column.work'), rowHeader: true, cell: (row) => kindOf(t, row) },
        {
          key: 'about',
          header: t('column.concerns'),
          cell: (row) => <span className="wrap-anywhere">{concernOf(t, row)}</span>,
        },
        { key: 'since', header: t('column.dueSince'), cell: (row) => moment(row.since) },
        { key: 'at', header: t('column.tried'), cell: (row) => moment(row.triedAt) },
        { key: 'tries', header: t('column.tries'), align: 'end', cell: (row) => row.tries },
        {
          key: 'problem',
          header: t('column.problem'),
          cell: (row) => (
            <span translate="no" className="wrap-anywhere">
              {row.problem}
            </span>
          ),
        },
        { ...act, cell: (row) => <TryAgain row={row} /> },
      ]}
    />
  )
}

type Words = Awaited<ReturnType<typeof words>>['t']

function kindOf(t: Words, { work }: StuckWorkLine): string {
  const key = `work.${work.replace('.', '-')}`
  return t.has(key) ? t(key) : work
}

/** The name; else the row's own id, or that it is the whole kind of work. */
function concernOf(t: Words, { nameUnicode, subjectId }: StuckWorkLine): string {
  return nameUnicode ?? (subjectId || t('work.whole'))
}

async function TryAgain({ row }: { row: StuckWorkLine }) {
  const { t, pending } = await words()
  return (
    <ActButton
      action={tryAgainAction}
      hidden={{ stuckId: row.id }}
      button={t('form.tryAgain')}
      pending={pending}
      about={`${kindOf(t, row)}, ${concernOf(t, row)}`}
    />
  )
}
