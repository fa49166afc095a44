import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/lib/i18n/link'
import { localPath } from '@/lib/i18n/locale'
import type { SuffixName } from '@/lib/policy/extension.query'
import { Mark } from '../ui/mark'

interface CalculatorLinksProps {
  extension: SuffixName
  /** The parameters of the same question at the API. */
  term: Readonly<Record<string, string>>
}

/** The same dates as a calendar file and for machines, and the page of the extension. Server only. */
export function CalculatorLinks({ extension, term }: CalculatorLinksProps) {
  const t = useTranslations('calculator.links')
  const locale = useLocale()
  const query = new URLSearchParams(term).toString()
  const calendar = new URLSearchParams({ zone: extension.suffix, ...term }).toString()
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-2">
      <li>
        <a
          href={localPath(locale, `/calculator/calendar?${calendar}`)}
          download
          className="inline-flex items-center gap-1 text-link"
        >
          <Mark name="file" />
          {t('calendar')}
        </a>
      </li>
      <li>
        <a href={`/api/v1/zones/${extension.suffix}/timeline?${query}`} className="text-link">
          {t('json')}
        </a>
      </li>
      <li>
        <Link href={`/extensions/${extension.suffix}`} className="text-link">
          {t('extension', { suffix: extension.unicode })}
        </Link>
      </li>
    </ul>
  )
}
