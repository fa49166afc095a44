import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatMoney } from '@/lib/i18n/format'
import { Link } from '@/lib/i18n/link'
import { add } from '@/lib/kernel/money'
import type { ExtensionGroup, ExtensionRow } from '@/lib/policy/extension.query'
import { Amount } from '../ui/amount'
import { type Column, DataTable } from '../ui/data-table'
import { DocumentsInShort } from './document-lists'

/** How many extensions of one line are named before "and so on". */
const NAMED = 6

/** The extensions by price, with one line on what each asks for. Server only. */
export function ExtensionGroupTable({ groups }: { groups: readonly ExtensionGroup[] }) {
  const t = useTranslations('search.extensions')
  return (
    <DataTable
      caption={t('caption')}
      rows={groups}
      rowKey={(row) => row.suffixes.join()}
      columns={[
        {
          key: 'suffix',
          header: t('suffix'),
          rowHeader: true,
          cell: (row) => <Suffixes names={row.suffixes} />,
        },
        ...usePriceColumns(),
        { key: 'needs', header: t('needs'), cell: (row) => <Needs row={row} /> },
      ]}
      empty={null}
    />
  )
}

/** Every extension on a line of its own. Server only. */
export function ExtensionTable({ rows, empty }: { rows: readonly ExtensionRow[]; empty: ReactNode }) {
  const t = useTranslations('search.extensions')
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      density="dense"
      rows={rows}
      rowKey={(row) => row.suffix}
      columns={[
        {
          key: 'suffix',
          header: t('suffix'),
          rowHeader: true,
          cell: (row) => <SuffixLink suffix={row.suffix} />,
        },
        { key: 'registry', header: t('registry'), cell: (row) => row.registry },
        ...usePriceColumns(),
        { key: 'needs', header: t('needs'), cell: (row) => <Needs row={row} /> },
      ]}
      empty={empty}
    />
  )
}

function usePriceColumns(): Column<Pick<ExtensionRow, 'fees'>>[] {
  const t = useTranslations('search.extensions')
  const locale = useLocale()
  return [
    {
      key: 'first',
      header: t('firstYear'),
      align: 'end',
      cell: ({ fees }) =>
        fees && <Amount text={formatMoney(locale, add(fees.registration.amount, fees.yearly.amount))} />,
    },
    {
      key: 'further',
      header: t('furtherYear'),
      align: 'end',
      cell: ({ fees }) => fees && <Amount text={formatMoney(locale, fees.yearly.amount)} />,
    },
  ]
}

function Needs({ row }: { row: Pick<ExtensionRow, 'opening' | 'documents'> }) {
  const openings = useTranslations('policy.openings')
  return (
    <span className="block max-w-text text-sm text-ink-soft">
      {row.opening !== 'open' && (
        <span className="block font-semibold text-ink">{openings(row.opening)}</span>
      )}
      <DocumentsInShort situations={row.documents} />
    </span>
  )
}

function Suffixes({ names }: { names: readonly string[] }) {
  const t = useTranslations('search.extensions')
  const more = names.length - NAMED
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-1">
      {names.slice(0, more > 1 ? NAMED : names.length).map((name) => (
        <SuffixLink key={name} suffix={name} />
      ))}
      {more > 1 && (
        <Link href="/extensions" className="text-link font-normal">
          {t('more', { count: more })}
        </Link>
      )}
    </span>
  )
}

function SuffixLink({ suffix }: { suffix: string }) {
  return (
    <Link href={`/extensions/${suffix}`} className="text-link name-text">
      .{suffix}
    </Link>
  )
}
