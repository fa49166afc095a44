import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import type { Page } from '@/lib/kernel/page'
import { Link } from '@/lib/i18n/link'
import type { ExceptionList } from '@/lib/operations/exceptions/counts.query'
import { type Column, DataTable } from '../ui/data-table'
import { EmptyState } from '../ui/empty-state'
import { KeysetPager } from '../ui/keyset-pager'

interface ExceptionTableProps<Row extends { readonly id: string }> {
  list: ExceptionList
  page: Page<Row>
  columns: readonly Column<Row>[]
  /** What the list can be narrowed to, and what it is now; lists without a choice have neither. */
  states?: readonly string[]
  state?: string
  /** Somewhere behind the first page. */
  isFurther: boolean
}

/** One list of exceptions: what it is, its choices, its rows and the ways to its other pages. Server only. */
export function ExceptionTable<Row extends { readonly id: string }>(props: ExceptionTableProps<Row>) {
  const { list, page, columns, states = [], state, isFurther } = props
  const t = useTranslations('operator.exceptions')
  const path = `/operator/exceptions?list=${list}${state ? `&state=${state}` : ''}`
  return (
    <section aria-labelledby="shown-list">
      <h2 id="shown-list" className="text-lg font-semibold">
        {t(`list.${list}.title`)}
      </h2>
      <p className="mb-4 max-w-text text-ink-soft">{t(`list.${list}.what`)}</p>
      {states.length > 0 && <States list={list} states={states} state={state} />}
      <DataTable
        caption={t(`list.${list}.title`)}
        captionHidden
        density="dense"
        rows={page.items}
        rowKey={(row) => row.id}
        columns={columns}
        empty={<EmptyState title={t(`list.${list}.empty`)} />}
      />
      <KeysetPager
        first={isFurther ? path : undefined}
        previous={page.previous ? `${path}&before=${page.previous}` : undefined}
        next={page.next ? `${path}&after=${page.next}` : undefined}
      />
    </section>
  )
}

interface StatesProps {
  list: ExceptionList
  states: readonly string[]
  state: string | undefined
}

function States({ list, states, state }: StatesProps) {
  const t = useTranslations('operator.exceptions')
  return (
    <nav aria-label={t('narrow')} className="no-print mb-4">
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {states.map((entry) => (
          <li key={entry}>
            <Link
              href={`/operator/exceptions?list=${list}&state=${entry}`}
              aria-current={entry === state ? 'true' : undefined}
              className={clsx(
                'inline-flex min-h-9 items-center',
                entry === state ? 'font-semibold text-ink no-underline' : 'text-link',
              )}
            >
              {t(`list.${list}.state.${entry}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
