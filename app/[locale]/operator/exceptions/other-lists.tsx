import { ActButton } from '@/components/operations/act-button'
import { ExceptionTable } from '@/components/operations/exception-table'
import { cursorOf } from '@/lib/kernel/page'
import { failedJobs, jobCursorOf } from '@/lib/operations/exceptions/jobs.query'
import { failedMessages } from '@/lib/operations/exceptions/messages.query'
import { REVIEW_FILTERS, reviewsUnderWay } from '@/lib/operations/exceptions/reviews.query'
import { freeReviewAction, runAgainAction, sendAgainAction } from './actions'
import { type ListProps, words } from './words'

/** Messages that failed for good. */
export async function MessageList({ query }: ListProps) {
  const cursor = cursorOf(query)
  const [{ t, moment, act, pending }, page] = await Promise.all([words(), failedMessages(cursor)])
  return (
    <ExceptionTable
      list="messages"
      page={page}
      isFurther={cursor !== undefined}
      columns={[
        {
          key: 'to',
          header: t('column.to'),
          rowHeader: true,
          cell: (row) => <span className="wrap-anywhere">{row.address}</span>,
        },
        { key: 'about', header: t('column.about'), cell: (row) => row.subject },
        { key: 'at', header: t('column.written'), cell: (row) => moment(row.createdAt) },
        { key: 'tries', header: t('column.tries'), align: 'end', cell: (row) => row.attempts },
        { key: 'problem', header: t('column.problem'), cell: (row) => <Technical text={row.problem} /> },
        {
          ...act,
          cell: (row) => (
            <ActButton
              action={sendAgainAction}
              hidden={{ messageId: row.id }}
              button={t('form.sendAgain')}
              pending={pending}
              about={`${row.subject}, ${row.address}`}
            />
          ),
        },
      ]}
    />
  )
}

/** Jobs that used up their tries. */
export async function JobList({ query }: ListProps) {
  const cursor = jobCursorOf(query)
  const [{ t, moment, act, pending }, page] = await Promise.all([words(), failedJobs(cursor)])
  return (
    <ExceptionTable
      list="jobs"
      page={page}
      isFurther={cursor !== undefined}
      columns={[
        {
          key: 'task',
          header: t('column.task'),
          rowHeader: true,
          cell: (row) => <span translate="no">{`${row.task} ${row.id}`}</span>,
        },
        { key: 'at', header: t('column.tried'), cell: (row) => moment(row.lastTriedAt) },
        { key: 'tries', header: t('column.tries'), align: 'end', cell: (row) => row.attempts },
        { key: 'problem', header: t('column.problem'), cell: (row) => <Technical text={row.problem} /> },
        {
          ...act,
          cell: (row) => (
            <ActButton
              action={runAgainAction}
              hidden={{ jobId: row.id }}
              button={t('form.runAgain')}
              pending={pending}
              about={`${row.task} ${row.id}`}
            />
          ),
        },
      ]}
    />
  )
}

/** Reviews that their agent left lying. */
export async function ReviewList({ query }: ListProps) {
  const state = REVIEW_FILTERS.find((entry) => entry === query.state) ?? 'left'
  const cursor = cursorOf(query)
  const [{ t, moment, act, pending }, page] = await Promise.all([words(), reviewsUnderWay(state, cursor)])
  return (
    <ExceptionTable
      list="reviews"
      page={page}
      states={REVIEW_FILTERS}
      state={state}
      isFurther={cursor !== undefined}
      columns={[
        {
          key: 'name',
          header: t('column.name'),
          rowHeader: true,
          cell: (row) => `${row.nameUnicode} · ${row.number}`,
        },
        { key: 'agent', header: t('column.agent'), cell: (row) => row.agent },
        { key: 'since', header: t('column.since'), cell: (row) => moment(row.takenAt) },
        { key: 'touched', header: t('column.touched'), cell: (row) => moment(row.touchedAt) },
        {
          ...act,
          cell: (row) => (
            <ActButton
              action={freeReviewAction}
              hidden={{ dossierId: row.id }}
              button={t('form.free')}
              pending={pending}
              about={row.nameUnicode}
            />
          ),
        },
      ]}
    />
  )
}

/** What a machine said, as it said it. */
function Technical({ text }: { text: string }) {
  return (
    <span translate="no" className="block max-w-form text-ink-soft wrap-anywhere">
      {text}
    </span>
  )
}
