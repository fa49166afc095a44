import { useTranslations } from 'next-intl'
import { Callout } from '../ui/callout'

/** Whose name is renewed for them, and what becomes of the money (R-VN-06). Server only. */
export function ForRegistrant({ registrant }: { registrant: string }) {
  const t = useTranslations('renewals.other')
  return <Callout kind="info" title={t('title', { registrant })} why={t('text')} />
}
