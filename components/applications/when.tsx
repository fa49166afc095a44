import { useLocale, useTranslations } from 'next-intl'
import { Why } from '@/components/ui/disclosure'
import { Instant } from '@/components/ui/instant'
import { instantText } from '@/lib/i18n/format'
import { legalDay, startOfDay } from '@/lib/kernel/days'

interface RuleWhyProps {
  /** Absent where the registrar set the value of its own accord. */
  rule?: string
  /** The policy version that holds, such as `vn@2023-06-01`. */
  policy: string
  /** What it explains, for assistive technology. */
  about: string
}

/** The rule behind a date or a demand, its source and its version. Stands in a block. Server only. */
export function RuleWhy({ rule, policy, about }: RuleWhyProps) {
  const t = useTranslations()
  const known = rule !== undefined && t.has(`policy.rules.${rule}`)
  return (
    <Why
      label={t('ui.why')}
      about={about}
      rule={known ? t(`policy.rules.${rule}`) : t('apply.why.registrar')}
      source={rule ? t('apply.why.source', { rule, policy }) : t('apply.why.policy', { policy })}
    />
  )
}

interface WhenProps {
  at: Date
  zone: string
  now?: Date
  /** The hour matters. */
  exact?: boolean
  why?: React.ReactNode
}

/** An instant in the zone's time. Stands in a block. Server only. */
export function When({ at, zone, now, exact = false, why }: WhenProps) {
  const locale = useLocale()
  const text = instantText(locale, at, { zone, precision: exact ? 'hour' : 'day', ...(now && { now }) })
  return <Instant at={text} why={why} />
}

/** An instant whose hour matters. Server only. */
export function Moment(props: Omit<WhenProps, 'exact'>) {
  return <When {...props} exact />
}

const MINUTE_MS = 60_000

/** A deadline: one at midnight is shown as the last minute of its day, which is how people mean it. Server only. */
export function DueBy({ at, ...rest }: Omit<WhenProps, 'exact'>) {
  const isMidnight = startOfDay(legalDay(at, rest.zone), rest.zone).getTime() === at.getTime()
  return <When at={isMidnight ? new Date(at.getTime() - MINUTE_MS) : at} exact {...rest} />
}
