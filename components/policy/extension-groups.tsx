import { useLocale, useTranslations } from 'next-intl'
import { formatMoney } from '@/lib/i18n/format'
import { Link } from '@/lib/i18n/link'
import type { ExtensionGroup, SuffixName } from '@/lib/policy/extension.query'
import { Amount } from '../ui/amount'
import { DataTable } from '../ui/data-table'
import { Needs } from './extension-needs'
import { SuffixLink } from './extension-table'

/** How many extensions of one line are named before "and so on". */
const NAMED = 6

/** The extensions by price, with one line on what each asks for. Server only. */
export function ExtensionGroupTable({ groups }: { groups: readonly ExtensionGroup[] }) {
  const t = useTranslations('search.extensions')
  const locale = useLocale()
  return (
    <DataTable
      caption={t('caption')}
      rows={groups}
      rowKey={(row) => row.suffixes[0]?.suffix ?? ''}
      columns={[
        {
          key: 'suffix',
          header: t('suffix'),
          rowHeader: true,
          cell: (row) => <Suffixes names={row.suffixes} />,
        },
        {
          key: 'first',
          header: t('firstYear'),
          align: 'end',
          cell: ({ fees }) => fees && <Amount text={formatMoney(locale, fees.first)} />,
        },
        {
          key: 'renewal',
          header: t('furtherYear'),
          align: 'end',
          cell: ({ fees }) => fees && <Amount text={formatMoney(locale, fees.yearly.amount)} />,
        },
        { key: 'needs', header: t('needs'), cell: (row) => <Needs line={row} /> },
      ]}
      empty={null}
    />
  )
}

function Suffixes({ names }: { names: readonly SuffixName[] }) {
  const t = useTranslations('search.extensions')
  const more = names.length - NAMED
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-1">
      {names.slice(0, more > 1 ? NAMED : names.length).map((name) => (
        <SuffixLink key={name.suffix} name={name} />
      ))}
      {more > 1 && (
        <Link href="/extensions" className="text-link font-normal">
          {t('more', { count: more })}
        </Link>
      )}
    </span>
  )
}
