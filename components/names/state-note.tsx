import { useLocale, useTranslations } from 'next-intl'
import { Callout, type CalloutKind } from '@/components/ui/callout'
import { Link } from '@/lib/i18n/link'
import type { NameView } from '@/lib/domains/manage/name.query'
import type { TimelineKind } from '@/lib/domains/timeline-event'
import { formatDay, formatMoment } from '@/lib/i18n/format'
import { shownAt } from './life'
import { nameState } from './name-state'

const KINDS: Readonly<Record<string, CalloutKind>> = {
  expired: 'warning',
  suspended: 'warning',
  redemption: 'warning',
  reclaim: 'refusal',
  pending_delete: 'refusal',
  released: 'info',
}

/** What the state of a name past its expiry means, and until when it can be renewed. Server only. */
export function StateNote({ view }: { view: NameView }) {
  const t = useTranslations('names')
  const locale = useLocale()
  const state = nameState(view, view.now)
  const kind = KINDS[state]
  if (!kind) return null
  const until = dateOf(view, 'last-day-to-renew')
  const release = view.releasedAt ?? dateOf(view, 'released')
  return (
    <Callout
      kind={kind}
      title={t(`state.${state}`)}
      why={t(`meaning.${state}`, {
        until: until ? formatDay(locale, until, view.timeZone) : '',
        release: release ? formatMoment(locale, release, view.timeZone) : '',
      })}
      next={
        state === 'released' && (
          <Link href={`/search?name=${view.nameAscii}`} className="text-link">
            {t('meaning.search')}
          </Link>
        )
      }
    />
  )
}

function dateOf({ life }: NameView, kind: TimelineKind): Date | undefined {
  const event = life.find((entry) => entry.kind === kind)
  return event && shownAt(event)
}
