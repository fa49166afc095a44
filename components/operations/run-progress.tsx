import { useLocale, useTranslations } from 'next-intl'
import { formatCount } from '@/lib/i18n/format'
import type { Run } from '@/lib/operations/runs/runs.query'

/** How far a run is: a bar, and the same in words. Names with several missed changes count more than once. */
export function RunProgress({ run }: { run: Run }) {
  const t = useTranslations('operator.runs')
  const locale = useLocale()
  const acted = run.done + run.failed
  const label = t('progress', { done: formatCount(locale, acted), due: formatCount(locale, run.due) })
  return (
    <div className="flex max-w-form flex-col gap-1">
      <progress
        aria-label={label}
        value={Math.min(acted, run.due)}
        max={Math.max(run.due, 1)}
        className="h-2 w-full accent-action"
      />
      <p className="text-sm tabular-nums">{label}</p>
    </div>
  )
}
