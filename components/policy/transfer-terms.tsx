import { useTranslations } from 'next-intl'
import type { RuleId } from '@/lib/kernel/result'
import type { Param } from '@/lib/policy/param'
import type { ExtensionView } from '@/lib/policy/extension.query'
import { type Described, DescriptionList } from '../ui/description-list'
import { ParamWhy } from './rule-why'

/** On which conditions a name comes from another registrar and goes to one (R-NS-20 to R-NS-23, R-HO-09). */
export function TransferTerms({ extension }: { extension: ExtensionView }) {
  const t = useTranslations('search.transfer')
  const { policy, policyId } = extension
  const { in: into, out, barredWhile } = policy.registry.transfer
  const ruled = (term: string, asks: RuleId, parameter: Param<unknown>, text: string): Described => ({
    key: term,
    term,
    value: <Ruled {...{ term, asks, parameter, text, policyId }} />,
  })
  const days = ({ value: { operator, days: count } }: typeof out.daysLeft) =>
    count === 0 ? t('any') : t(operator === '>' ? 'moreThan' : 'atLeast', { days: count })
  const incoming = [
    ruled(t('proof'), 'R-HO-09', into.authority, t(`authority.${into.authority.value}`)),
    ruled(t('daysLeft'), 'R-NS-21', into.daysLeft, days(into.daysLeft)),
    ruled(t('adds'), 'R-HO-09', into.addsYears, t('addsYears', { years: into.addsYears.value })),
  ]
  const outgoing = [
    ruled(t('sinceRegistration'), 'R-NS-20', out.sinceRegistration, days(out.sinceRegistration)),
    ruled(t('daysLeft'), 'R-NS-20', out.daysLeft, days(out.daysLeft)),
    ...(out.debtsPaid.value ? [ruled(t('debts'), 'R-NS-20', out.debtsPaid, t('debtsPaid'))] : []),
    ...(out.contractLiquidated.value
      ? [ruled(t('contract'), 'R-NS-20', out.contractLiquidated, t('contractClosed'))]
      : []),
    ruled(
      t('never'),
      'R-NS-23',
      barredWhile,
      barredWhile.value.map((fact) => t(`barred.${fact}`)).join(', '),
    ),
  ]
  return (
    <div className="grid gap-6 md:grid-cols-2">
      <Part title={t('in')} items={incoming} />
      <Part title={t('out')} items={outgoing} />
    </div>
  )
}

interface RuledProps {
  term: string
  asks: RuleId
  parameter: Param<unknown>
  text: string
  policyId: string
}

function Ruled({ term, asks, parameter, text, policyId }: RuledProps) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-3">
      <span>{text}</span>
      <ParamWhy parameter={parameter} asks={asks} about={term} policyId={policyId} />
    </div>
  )
}

function Part({ title, items }: { title: string; items: readonly Described[] }) {
  return (
    <section>
      <h3 className="mb-2 font-semibold">{title}</h3>
      <DescriptionList items={items} />
    </section>
  )
}
