import { useLocale, useTranslations } from 'next-intl'
import type { NameView } from '@/lib/domains/manage/name.query'
import type { NameOrders } from '@/lib/domains/orders/order.query'
import { formatDay, formatMoment } from '@/lib/i18n/format'
import { Link } from '@/lib/i18n/link'
import { Callout } from '../ui/callout'

interface NoteProps {
  view: Pick<NameView, 'nameAscii' | 'timeZone'>
  orders: NameOrders
}

/** A suspension for a violation and a return under way, on the page of their name. Server only. */
export function NameOrdersNote({ view, orders }: NoteProps) {
  const t = useTranslations('names.orders')
  const locale = useLocale()
  const { violationSince, reexamineAt } = orders
  const day = (at: Date | null) => (at ? formatDay(locale, at, view.timeZone) : '')
  return (
    <>
      {violationSince && (
        <Callout
          kind="refusal"
          title={t('violation', { since: day(violationSince) })}
          why={t('violationWhy', { day: day(reexamineAt) })}
        />
      )}
      <ReturnNote view={view} orders={orders} />
    </>
  )
}

/** A return under way, wherever its name is managed. Server only. */
export function ReturnNote({ view, orders }: NoteProps) {
  const t = useTranslations('names.orders')
  const locale = useLocale()
  const { waitingReturn } = orders
  if (!waitingReturn) return null
  const { dueAt } = waitingReturn
  return (
    <Callout
      kind="warning"
      title={dueAt ? t('returnDue', { due: formatMoment(locale, dueAt, view.timeZone) }) : t('returnAsked')}
      next={<ReturnLink view={view} text={t('seeReturn')} />}
    />
  )
}

/** The way to give a name back, at the foot of its page. Server only. */
export function ReturnWay({ view, orders }: NoteProps) {
  const t = useTranslations('names.orders')
  if (!orders.canReturn || orders.waitingReturn) return null
  return (
    <p className="no-print text-sm">
      <ReturnLink view={view} text={t('return')} />
    </p>
  )
}

function ReturnLink({ view, text }: { view: NoteProps['view']; text: string }) {
  return (
    <Link href={`/names/${view.nameAscii}/return`} className="text-link">
      {text}
    </Link>
  )
}
