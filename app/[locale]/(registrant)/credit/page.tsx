import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { CardsPanel } from '@/components/billing/cards-panel'
import { Balances, Movements, Payouts } from '@/components/billing/credit-tables'
import { PayoutForm } from '@/components/billing/payout-form'
import { TopUpPanel } from '@/components/billing/top-up-panel'
import { PageFrame } from '@/components/shell/page-frame'
import { KeysetPager } from '@/components/ui/keyset-pager'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { cardsView } from '@/lib/billing/charge/card.query'
import { creditView } from '@/lib/billing/refund/credit.query'
import { topUpView } from '@/lib/billing/top-up/top-up.query'
import { formatMoney } from '@/lib/i18n/format'
import type { Money } from '@/lib/kernel/money'
import { EMPTY_FORM } from '@/lib/web/run-action'
import { requireActor } from '@/lib/web/session'
import { askPayout, forgetCard, payIn } from './actions'

interface Props {
  searchParams: Promise<{ after?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('names.credit'))('title') }
}

/** The credit of the signed-in user, and the way to have it paid out. */
export default async function CreditPage({ searchParams }: Props) {
  const actor = await requireActor('/credit')
  const { after } = await searchParams
  const [t, cards, paidIn, view] = await Promise.all([
    getTranslations('names.credit'),
    cardsView(actor.userId),
    topUpView(actor.userId),
    creditView(actor.userId, typeof after === 'string' ? after : undefined),
  ])
  const free = view.balances.filter((balance) => balance.minor > 0n)
  return (
    <PageFrame>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="flex flex-col gap-6">
        <Balances balances={view.balances} kept={view.kept} />
        <div id="pay-in">
          <TopUpPanel view={paidIn} action={payIn} />
        </div>
        {free.map((balance) => (
          <Payout key={balance.currency} balance={balance} />
        ))}
        <CardsPanel cards={cards} remove={(id) => forgetCard.bind(null, id)} />
        <Panel title={t('movements')}>
          <Movements movements={view.movements} />
          <KeysetPager next={view.next ? `/credit?after=${view.next}` : undefined} />
        </Panel>
        {view.payouts.length > 0 && (
          <Panel title={t('payouts')}>
            <Payouts payouts={view.payouts} />
          </Panel>
        )}
      </div>
    </PageFrame>
  )
}

async function Payout({ balance }: { balance: Money }) {
  const [t, locale] = await Promise.all([getTranslations('names.credit'), getLocale()])
  return (
    <Panel title={t('payout.title', { currency: balance.currency })}>
      <PayoutForm
        action={askPayout.bind(null, balance.currency)}
        initial={EMPTY_FORM}
        id={`amount-${balance.currency}`}
        hint={t('payout.hint', { amount: formatMoney(locale, balance) })}
        texts={t.raw('payout.form')}
      />
    </Panel>
  )
}
