/** The fields in which a draft is changed, with their words. Server only. */
import { useTranslations } from 'next-intl'
import type { ZoneVersion } from '@/lib/policy/policy'
import { type FieldTopic, fieldsOf, type VersionField } from '@/lib/policy/versions/fields.rule'
import type { OrderField } from '../orders/order-form'
import { useTopicWords } from './value-words'

/** The questions about the values of one topic, and what the changes rest on. */
export function useDraftFields(version: ZoneVersion): (topic: FieldTopic) => readonly OrderField[] {
  const basis = useBasisFields()
  const label = useFieldLabel()
  const t = useTranslations('policies.form')
  const words = useTranslations('policies.word')
  return (topic) => [
    ...fieldsOf(version, topic).map((field) => ({
      ...{ name: field.name, label: label(field), value: field.value },
      ...(field.kind === 'counts' && { hint: t('listHint') }),
      ...(field.kind === 'flag' && {
        choices: (['yes', 'no'] as const).map((value) => ({ value, label: words(value) })),
      }),
    })),
    ...basis,
  ]
}

/** What changed values rest on: a reason, or a public document with its date. */
export function useBasisFields(): readonly OrderField[] {
  const t = useTranslations('policies.form')
  return [
    { name: 'reason', label: t('reason'), hint: t('reasonHint'), maxLength: 200 },
    { name: 'documentDate', label: t('documentDate'), hint: t('documentDateHint'), maxLength: 10 },
  ]
}

function useFieldLabel(): (field: VersionField) => string {
  const topic = useTopicWords()
  const parts = useTranslations('policies.part')
  return ({ name, currency }) => {
    const [path = '', part] = name.split('#')
    const keys = path.split('.').slice(1)
    const isFee = keys[0] === 'fees'
    const of = isFee
      ? topic({ topic: keys.slice(0, 2).join('-'), about: keys.slice(2) })
      : topic({ topic: keys.join('-'), about: [] })
    return [of, part && parts(part), currency].filter(Boolean).join(' · ')
  }
}
