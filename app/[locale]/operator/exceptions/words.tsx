import { getLocale, getTranslations } from 'next-intl/server'
import { Instant } from '@/components/ui/instant'
import { instantText } from '@/lib/i18n/format'

const ZONE = 'Asia/Ho_Chi_Minh'

export interface ListProps {
  query: Readonly<Record<string, string | string[] | undefined>>
}

/** The words of the lists, and how they write an instant. */
export async function words() {
  const [t, locale] = await Promise.all([getTranslations('operator.exceptions'), getLocale()])
  const moment = (at: Date | null) =>
    at && <Instant at={instantText(locale, at, { zone: ZONE, precision: 'hour' })} />
  const act = { key: 'act', header: t('column.act'), headerHidden: true }
  return { t, moment, act, pending: t('form.pending') }
}
