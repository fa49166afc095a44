import { useLocale, useTranslations } from 'next-intl'
import { Stamp } from '@/components/ui/stamp'
import type { NameView } from '@/lib/domains/manage/name.query'
import { formatDay } from '@/lib/i18n/format'

/** The mark of an allotted or held name, with the number of its dossier. Server only. */
export function NameStamp({ view, number }: { view: NameView; number: string | null | undefined }) {
  const t = useTranslations('names.stamp')
  const locale = useLocale()
  const at = view.registeredAt ?? view.heldAt
  return (
    <Stamp
      word={view.registeredAt ? t('allotted') : t('held')}
      date={formatDay(locale, at, view.timeZone)}
      number={number ?? view.nameAscii}
    />
  )
}
