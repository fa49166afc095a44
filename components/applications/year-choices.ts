import type { Choice } from '@/components/ui/select-input'
import type { YearsQuote } from '@/lib/dossiers/application.query'
import { formatMoney } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locale'
import { total } from '@/lib/kernel/money'

/** The years one may choose, each with its price. */
export function yearChoices(
  locale: Locale,
  quotes: readonly YearsQuote[],
  write: (years: number, price: string) => string,
): readonly Choice[] {
  return quotes.map(({ years, lines }) => {
    const amounts = lines.map((line) => line.amount)
    const price = formatMoney(locale, total(amounts, amounts[0]?.currency ?? 'VND'))
    return { value: String(years), label: write(years, price) }
  })
}
