import { useTranslations } from 'next-intl'
import type { OrderView } from '@/lib/domains/orders/order.query'
import { RETURN_GROUNDS } from '@/lib/dossiers/returns/return.input'
import { When } from '../applications/when'
import { NameStateMark } from '../names/name-state'
import { type Described, DescriptionList } from '../ui/description-list'
import { Panel } from '../ui/panel'

/** What an order says, who entered it and who decided it. Server only. */
export function OrderFacts({ order }: { order: OrderView }) {
  const t = useTranslations('desk.orders')
  const { domain } = order
  const facts: (Described | null)[] = [
    fact(t('fact.name'), domain.nameAscii),
    fact(t('fact.status'), <NameStateMark name={domain} now={order.now} />),
    fact(t('column.reason'), t(`reason.${order.reason}`)),
    fact(t('column.reference'), order.reference),
    fact(t('fact.note'), order.note),
    fact(
      t('fact.urgency'),
      order.kind === 'return' ? null : t(`form.urgencies.${order.atOnce ? 'at-once' : 'slot'}`),
    ),
    fact(t('fact.entered'), <By who={order.enteredBy} at={order.requestedAt} order={order} />),
    order.decidedAt &&
      fact(t('fact.decided'), <By who={order.decidedByName} at={order.decidedAt} order={order} />),
    moment('due', order.state === 'WAITING' ? order.dueAt : null),
    moment('done', order.state === 'DONE' ? order.doneAt : null),
    moment('reexamine', order.kind === 'suspend-violation' ? domain.reexamineAt : null),
    fact(t('fact.ground'), order.ground && <Ground text={order.ground} />),
  ]
  return (
    <Panel title={t('facts')}>
      <DescriptionList dense items={facts.filter((entry) => entry !== null)} />
    </Panel>
  )

  function moment(key: string, at: Date | null): Described | null {
    return at && fact(t(`fact.${key}`), <When at={at} zone={domain.timeZone} now={order.now} exact />)
  }
}

function fact(term: string, value: React.ReactNode): Described | null {
  return value ? { term, value: <div className="wrap-anywhere">{value}</div> } : null
}

function By({ who, at, order }: { who: string; at: Date; order: OrderView }) {
  return (
    <>
      {who && <span className="me-2">{who}</span>}
      <When at={at} zone={order.domain.timeZone} exact />
    </>
  )
}

/** Why it ended: a typed ground with what was written to it, or what somebody wrote alone. */
function Ground({ text }: { text: string }) {
  const t = useTranslations('desk.orders')
  if (text === 'overtaken') return t('overtaken')
  const ground = RETURN_GROUNDS.find((entry) => text.startsWith(`${entry}: `))
  if (!ground) return text
  return `${t(`returns.grounds.${ground}`)}: ${text.slice(ground.length + 2)}`
}
