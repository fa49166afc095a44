import { getLocale, getTranslations } from 'next-intl/server'
import { ExceptionTable } from '@/components/operations/exception-table'
import { formatDay } from '@/lib/i18n/format'
import { cursorOf } from '@/lib/kernel/page'
import { namesWithoutDate } from '@/lib/operations/exceptions/names.query'
import { zoneById } from '@/lib/policy/resolver'

interface ListProps {
  query: Readonly<Record<string, string | string[] | undefined>>
}

/** Names whose next date could not be computed. */
export async function NameList({ query }: ListProps) {
  const cursor = cursorOf(query)
  const [t, states, locale, page] = await Promise.all([
    getTranslations('operator.exceptions'),
    getTranslations('names.state'),
    getLocale(),
    namesWithoutDate(cursor),
  ])
  return (
    <ExceptionTable
      list="names"
      page={page}
      isFurther={cursor !== undefined}
      columns={[
        { key: 'name', header: t('column.name'), rowHeader: true, cell: (row) => row.nameUnicode },
        { key: 'zone', header: t('column.zone'), cell: (row) => `.${row.zone}` },
        { key: 'state', header: t('column.state'), cell: (row) => states(row.status.toLowerCase()) },
        {
          key: 'expires',
          header: t('column.expires'),
          cell: (row) => formatDay(locale, row.expiresAt, zoneById(row.zone).timeZone),
        },
      ]}
    />
  )
}
