import { useTranslations } from 'next-intl'
import type { LifeLineProps } from './life-line'
import { bandAt } from './life-line-layout'

/** The same life in words: each date, what happens, whether it was, and the phase that begins. */
export function LifeLineTable({ marks, bands, now, summary }: LifeLineProps) {
  const t = useTranslations('ui.lifeLine')
  const rows = [...marks].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{summary}</caption>
      <thead>
        <tr className="border-b-2 border-ink text-start text-ink-soft">
          {(['date', 'event', 'state', 'phase'] as const).map((key) => (
            <th key={key} scope="col" className="py-1 pe-3 text-start font-semibold">
              {t(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((mark) => (
          <tr key={mark.id} className="border-b border-rule align-top">
            <td className="py-1 pe-3">
              <time dateTime={mark.at}>{mark.when}</time>
            </td>
            <th scope="row" className="py-1 pe-3 text-start font-semibold">
              {mark.label}
            </th>
            <td className="py-1 pe-3">{mark.at <= now ? t('past') : (mark.relative ?? t('coming'))}</td>
            <td className="py-1">{bandAt(bands, mark.at)?.label}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
