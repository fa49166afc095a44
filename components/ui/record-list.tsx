import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Page } from '@/lib/kernel/page'
import { ButtonLink } from './button'
import { type Column, DataTable } from './data-table'
import { EmptyState } from './empty-state'
import { KeysetPager } from './keyset-pager'
import { isNarrowed, type ListAddress, listHref } from './list-address'
import { ListFilter, type ListFilterProps } from './list-filter'

interface RecordListProps<Row extends { readonly id: string }> extends ListFilterProps {
  caption: string
  page: Page<Row>
  columns: readonly Column<Row>[]
  density?: 'dense' | 'airy'
  /** What would be here and how to get it; shown when there is nothing at all. */
  empty: ReactNode
}

/** A list of records: its filter, its rows, and the ways to its other pages. Server only. */
export function RecordList<Row extends { readonly id: string }>(props: RecordListProps<Row>) {
  const { caption, page, columns, density, empty, ...filter } = props
  const { path, address } = filter
  const isBlank = page.items.length === 0 && !isNarrowed(address) && !address.cursor
  if (isBlank) return <>{empty}</>
  return (
    <>
      <ListFilter {...filter} />
      <DataTable
        caption={caption}
        captionHidden
        rows={page.items}
        rowKey={(row) => row.id}
        columns={columns}
        density={density}
        cards
        empty={<NothingHere path={path} address={address} />}
      />
      <KeysetPager
        first={address.cursor ? listHref(path, address) : undefined}
        previous={
          page.previous ? listHref(path, address, { direction: 'before', id: page.previous }) : undefined
        }
        next={page.next ? listHref(path, address, { direction: 'after', id: page.next }) : undefined}
      />
    </>
  )
}

/** Why a list shows no row although there may be some, and the way back to them. */
function NothingHere({ path, address }: { path: string; address: ListAddress }) {
  const t = useTranslations('ui.list')
  const isPast = address.cursor !== undefined
  return (
    <EmptyState
      title={t(isPast ? 'ended.title' : 'noMatch.title')}
      action={
        <ButtonLink href={isPast ? listHref(path, address) : path} weight="secondary">
          {t(isPast ? 'ended.action' : 'all')}
        </ButtonLink>
      }
    >
      {isPast ? t('ended.text') : t('noMatch.text')}
    </EmptyState>
  )
}
