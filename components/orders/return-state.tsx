import { useLocale, useTranslations } from 'next-intl'
import { RETURN_GROUNDS } from '@/lib/dossiers/returns/return.input'
import type { ReturnView } from '@/lib/dossiers/returns/return.query'
import { formatDay, formatMoment } from '@/lib/i18n/format'
import { Callout } from '../ui/callout'

/** How the latest return of a name stands; nothing where none was asked for or it was withdrawn. Server only. */
export function ReturnState({ view }: { view: ReturnView }) {
  const t = useTranslations('names.return.state')
  const locale = useLocale()
  const { order, timeZone, needed } = view
  if (!order || order.state === 'WITHDRAWN') return null
  if (order.state === 'REFUSED') return <Refused ground={order.ground ?? ''} />
  if (order.state === 'DONE') {
    const day = order.doneAt ? formatDay(locale, order.doneAt, timeZone) : ''
    return <Callout kind="info" title={t('done', { day })} />
  }
  if (order.dueAt) {
    const due = formatMoment(locale, order.dueAt, timeZone)
    return <Callout kind="warning" title={t('accepted', { due })} why={t('acceptedWhy')} />
  }
  const isComplete = needed.every(({ file }) => file !== null)
  return isComplete ? (
    <Callout kind="info" title={t('review')} why={t('reviewWhy')} />
  ) : (
    <Callout kind="warning" title={t('papers')} why={t('papersWhy')} />
  )
}

/** A typed ground with what the desk wrote, or the word that something else came first. */
function Refused({ ground }: { ground: string }) {
  const t = useTranslations('names.return')
  const typed = RETURN_GROUNDS.find((entry) => ground.startsWith(`${entry}: `))
  return (
    <Callout
      kind="refusal"
      title={t('state.refused')}
      why={typed ? `${t(`grounds.${typed}`)} ${ground.slice(typed.length + 2)}` : t('state.overtaken')}
    />
  )
}
