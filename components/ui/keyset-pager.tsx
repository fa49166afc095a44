import { useTranslations } from 'next-intl'
import { ButtonLink } from './button'

interface KeysetPagerProps {
  /** Paths with their cursor in the query; absent at that end. */
  previous?: string
  next?: string
  /** How much is shown: "50 of 1,204". */
  summary?: string
}

/** Leafing through a long list by links, so that an address can be shared. Server only. */
export function KeysetPager({ previous, next, summary }: KeysetPagerProps) {
  const t = useTranslations('ui.pager')
  if (!previous && !next && !summary) return null
  return (
    <nav aria-label={t('label')} className="no-print flex flex-wrap items-center justify-between gap-3 py-3">
      <p className="text-sm text-ink-soft">{summary}</p>
      <div className="flex gap-2">
        {previous && (
          <ButtonLink href={previous} rel="prev" weight="secondary" size="dense">
            {t('previous')}
          </ButtonLink>
        )}
        {next && (
          <ButtonLink href={next} rel="next" weight="secondary" size="dense">
            {t('next')}
          </ButtonLink>
        )}
      </div>
    </nav>
  )
}
