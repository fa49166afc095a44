import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type Param, ruleOf } from '@/lib/policy/param'
import type { ExtensionView } from '@/lib/policy/extension.query'
import { type Described, DescriptionList } from '../ui/description-list'
import { Disclosure } from '../ui/disclosure'
import { gradeKind, RuleWhy } from './rule-why'

/** How names are written under an extension, who may hold them, and for how long. Server only. */
export function ExtensionRules({ extension }: { extension: ExtensionView }) {
  const t = useTranslations('search.rules')
  const openings = useTranslations('policy.openings')
  const { zone, policy, policyId, periods, reserved } = extension
  const { minLength, maxLength, letters, scripts } = zone.nameSyntax
  const cutOver = { time: zone.cutOver.value, zone: zone.timeZone }
  const isDaily = zone.processing.value === 'every day'
  const ruled = (term: string, parameter: Param<unknown>, text: ReactNode): Described => ({
    key: term,
    term,
    value: <Ruled term={term} parameter={parameter} text={text} policyId={policyId} />,
  })
  const { registerMin, registerMax, renewMin, renewMax } = periods.value
  const items = [
    { key: 'opening', term: t('opening'), value: openings(extension.opening) },
    ruled(t('periods'), periods, t('years', { min: registerMin, max: registerMax })),
    ruled(t('renewal'), periods, t('years', { min: renewMin, max: renewMax })),
    ruled(t('length'), minLength, t('characters', { min: minLength.value, max: maxLength.value })),
    ruled(
      t('letters'),
      letters,
      extension.idn ? <Letters letters={letters.value} withHan={scripts.value.length > 0} /> : t('plainOnly'),
    ),
    ruled(t('servers'), policy.registry.nameServers, t('serverCount', policy.registry.nameServers.value)),
    ruled(t('cutOver'), zone.cutOver, t(isDaily ? 'cutOverDaily' : 'cutOverAt', cutOver)),
    ...(reserved ? [ruled(t('reserved'), reserved, <Reserved labels={reserved.value} />)] : []),
  ]
  return <DescriptionList items={items} />
}

interface RuledProps {
  term: string
  parameter: Param<unknown>
  text: ReactNode
  policyId: string
}

/** A value with the rule behind it, or the word that it is only assumed. */
function Ruled({ term, parameter, text, policyId }: RuledProps) {
  const grades = useTranslations('policy.grades')
  const rule = ruleOf(parameter)
  return (
    <div className="flex flex-wrap items-baseline gap-x-3">
      <div>{text}</div>
      {rule ? (
        <RuleWhy rule={rule} about={term} policyId={policyId} />
      ) : (
        <span className="text-sm text-ink-soft">{grades(gradeKind(parameter.grade))}</span>
      )}
    </div>
  )
}

function Letters({ letters, withHan }: { letters: string; withHan: boolean }) {
  const t = useTranslations('search.rules')
  if (letters === '') return t(withHan ? 'withHan' : 'plainOnly')
  return (
    <Disclosure summary={t('withLetters')}>
      <span className="wrap-anywhere">{[...letters].join(' ')}</span>
    </Disclosure>
  )
}

function Reserved({ labels }: { labels: readonly string[] }) {
  const t = useTranslations('search.rules')
  return (
    <Disclosure summary={t('reservedCount', { count: labels.length })}>
      <span className="wrap-anywhere">{labels.join(', ')}</span>
    </Disclosure>
  )
}
