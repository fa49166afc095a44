import { useLocale, useTranslations } from 'next-intl'
import { Stamp } from '@/components/ui/stamp'
import type { ApplicationView } from '@/lib/dossiers/application.query'
import type { DossierStatus } from '@/lib/dossiers/lifecycle'
import { formatDay } from '@/lib/i18n/format'
import { reachedAt } from './progress'

const WORDS: Readonly<Partial<Record<DossierStatus, { word: string; shape: 'ring' | 'seal' }>>> = {
  FILED: { word: 'received', shape: 'ring' },
  IN_REVIEW: { word: 'received', shape: 'ring' },
  ACTION_NEEDED: { word: 'received', shape: 'ring' },
  ACCEPTED: { word: 'accepted', shape: 'seal' },
  COMPLETED: { word: 'allotted', shape: 'ring' },
  REFUSED: { word: 'refused', shape: 'seal' },
  WITHDRAWN: { word: 'withdrawn', shape: 'ring' },
  LAPSED: { word: 'lapsed', shape: 'ring' },
  FAILED: { word: 'failed', shape: 'ring' },
}

/** The mark that a filed application bears; drafts bear none. Server only. */
export function ApplicationStamp({ view }: { view: ApplicationView }) {
  const t = useTranslations('apply.stamp')
  const locale = useLocale()
  const stamp = WORDS[view.status]
  if (!stamp || !view.number || !view.filedAt) return null
  const at = stamp.word === 'received' ? view.filedAt : (reachedAt(view, view.status) ?? view.filedAt)
  return (
    <Stamp
      word={t(stamp.word)}
      date={formatDay(locale, at, view.timeZone)}
      number={view.number}
      shape={stamp.shape}
    />
  )
}
