import { useLocale, useTranslations } from 'next-intl'
import { RuleWhy } from '@/components/policy/rule-why'
import { formatMoney } from '@/lib/i18n/format'
import type { QuoteLine } from '@/lib/policy/fees.rule'

/** What a renewal is made of, line by line, each with what asks for it. Server only. */
export function QuoteLines({ lines, policyId }: { lines: readonly QuoteLine[]; policyId: string }) {
  const kinds = useTranslations('policy.feeLines')
  const locale = useLocale()
  return (
    <ul className="flex flex-col">
      {lines.map(({ kind, amount, years, rule, grade }) => {
        const what = kinds(kind, { years: years ?? 0 })
        return (
          <li key={kind} className="flex flex-wrap items-start gap-x-3">
            <span>
              {what}: <span className="whitespace-nowrap tabular-nums">{formatMoney(locale, amount)}</span>
            </span>
            <RuleWhy rule={rule} grade={grade} about={what} policyId={policyId} />
          </li>
        )
      })}
    </ul>
  )
}
