/** Values of a policy in words. Server only. */
import { useLocale, useTranslations } from 'next-intl'
import { formatCount, formatDay, formatMoney } from '@/lib/i18n/format'
import { isLegalDay } from '@/lib/kernel/day-text'
import { money } from '@/lib/kernel/money'
import type { PolicyValue } from '@/lib/policy/versions/values.rule'

type Named = Pick<PolicyValue, 'topic' | 'about'>

/** A local date without an hour: noon UTC is that date wherever it is told as UTC. */
export function useDayWords(): (day: string) => string {
  const locale = useLocale()
  return (day) => (isLegalDay(day) ? formatDay(locale, new Date(`${day}T12:00:00Z`), 'UTC') : day)
}

/** What a value is about: its topic, and of which class, document or extension it is. */
export function useTopicWords(): (value: Named) => string {
  const topics = useTranslations('policies.topic')
  const about = useAboutWords()
  return (value) => [topics(value.topic), ...value.about.map(about)].join(' · ')
}

/** One part of what a value is about; names that policies choose stay as they are. */
function useAboutWords(): (part: string) => string {
  const classes = useTranslations('policy.nameClasses')
  const documents = useTranslations('policy.documents')
  const words = useTranslations('policies.word')
  const day = useDayWords()
  return (part) => {
    if (!/^[a-z-]+[0-9]?$/.test(part)) return day(part)
    for (const texts of [classes, documents, words]) if (texts.has(part)) return texts(part)
    return part
  }
}

/** The value itself. */
export function useValueWords(): (value: Pick<PolicyValue, 'topic' | 'value' | 'currency'>) => string {
  const locale = useLocale()
  const plain = usePlainWords()
  return ({ topic, value, currency }) => {
    if (currency && typeof value === 'number') return formatMoney(locale, money(value, currency))
    return plain(value, topic)
  }
}

function usePlainWords(): (value: unknown, topic: string) => string {
  const locale = useLocale()
  const word = useTextWords()
  const parts = useTranslations('policies.part')
  const words = useTranslations('policies.word')
  const tell = (value: unknown, topic: string): string => {
    if (typeof value === 'boolean') return words(value ? 'yes' : 'no')
    if (typeof value === 'number') return formatCount(locale, value)
    if (Array.isArray(value)) return listOf(value, (entry) => tell(entry, topic)) || words('none')
    if (typeof value !== 'object' || value === null) return word(String(value), topic) || words('none')
    if ('operator' in value && 'days' in value) return `${String(value.operator)} ${String(value.days)}`
    const told = Object.entries(value).map(([key, part]) => `${parts(key)}: ${tell(part, topic)}`)
    return told.join(' · ')
  }
  return tell
}

/** Opening hours are pairs of times. */
function listOf(value: readonly unknown[], tell: (entry: unknown) => string): string {
  return value.map((entry) => (Array.isArray(entry) ? entry.map(tell).join('–') : tell(entry))).join(', ')
}

function useTextWords(): (text: string, topic: string) => string {
  const words = useTranslations('policies.word')
  const languages = useTranslations('policies.language')
  const day = useDayWords()
  return (text, topic) => {
    const key = text.replaceAll(' ', '-')
    const isKey = /^[A-Za-z-]+$/.test(key)
    if (topic === 'terms-originalLanguage') return isKey && languages.has(key) ? languages(key) : text
    return isKey && words.has(key) ? words(key) : day(text)
  }
}
