import { useTranslations } from 'next-intl'
import { ButtonLink } from './button'

interface KeysetPagerProps {
  /** Paths with their cursor in the query; absent at that end. */
  previous?: string
  next?: string
  /** The path of the first page; absent on it. */
  first?: string
  /** How much is shown: "50 of 1,204". */
  summary?: string
}

const LINKS = [
  ['first', undefined],
  ['previous', 'prev'],
  ['next', 'next'],
] as const

/** Leafing through a long list by links, so that an address can be shared. Server only. */
export function KeysetPager({ summary, ...paths }: KeysetPagerProps) {
  const t = useTranslations('ui.pager')
  const links = LINKS.filter(([key]) => paths[key])
  if (links.length === 0 && !summary) return null
  return (
    <nav aria-label={t('label')} className="no-print flex flex-wrap items-center justify-between gap-3 py-3">
      {summary && <p className="text-sm text-ink-soft">{summary}</p>}
      <div className="ms-auto flex flex-wrap gap-2">
        {links.map(([key, rel]) => (
          <ButtonLink
            key={key}
            href={paths[key] ?? ''}
            rel={rel}
            weight={key === 'first' ? 'quiet' : 'secondary'}
            size="dense"
          >
            {t(key)}
          </ButtonLink>
        ))}
      </div>
    </nav>
  )
}
