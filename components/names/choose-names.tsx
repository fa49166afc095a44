import { useLocale, useTranslations } from 'next-intl'
import { buttonStyle } from '@/components/ui/button-style'
import type { ListAddress } from '@/components/ui/list-address'
import type { NameRow } from '@/lib/domains/manage/name.query'
import { localPath } from '@/lib/i18n/locale'
import type { Page } from '@/lib/kernel/page'

const FORM = 'choose-names'

/** Chooses a name of the list; a name that is not registered yet has nothing to choose. Server only. */
export function ChooseName({ row, chosen }: { row: NameRow; chosen: ReadonlySet<string> }) {
  const t = useTranslations('renewals.choose')
  if (!row.expiresAt) return null
  return (
    <input
      type="checkbox"
      form={FORM}
      name="id"
      value={row.id}
      defaultChecked={chosen.has(row.id)}
      aria-label={t('one', { name: row.nameUnicode })}
      className="size-5"
    />
  )
}

interface ChooseNamesProps {
  page: Page<NameRow>
  address: ListAddress
  chosen: ReadonlySet<string>
}

/**
 * What is done with the chosen names: renewed together, given to somebody to renew, or kept while one goes to another
 * page of the list. A plain form whose choice is in the address, so it needs no script. Server only.
 */
export function ChooseNames({ page, address, chosen }: ChooseNamesProps) {
  const t = useTranslations('renewals.choose')
  const locale = useLocale()
  const shown = new Set(page.items.map(({ id }) => id))
  const elsewhere = [...chosen].filter((id) => !shown.has(id))
  const isAny = page.items.some(({ expiresAt }) => expiresAt) || elsewhere.length > 0
  if (!isAny) return null
  return (
    <form
      id={FORM}
      action={localPath(locale, '/names/renew')}
      className="no-print mt-4 flex flex-wrap items-center gap-3"
    >
      {elsewhere.map((id) => (
        <input key={id} type="hidden" name="id" value={id} />
      ))}
      {address.state && <input type="hidden" name="state" value={address.state} />}
      {address.start && <input type="hidden" name="start" value={address.start} />}
      <button type="submit" className={buttonStyle()}>
        {t('renew')}
      </button>
      <button
        type="submit"
        formAction={localPath(locale, '/names/authorisations/new')}
        className={buttonStyle('secondary')}
      >
        {t('authorise')}
      </button>
      <PageButton name="before" from={page.previous} text={t('previous')} />
      <PageButton name="after" from={page.next} text={t('next')} />
      {elsewhere.length > 0 && <p>{t('elsewhere', { count: elsewhere.length })}</p>}
    </form>
  )
}

/** Goes to another page of the list with the choice. */
function PageButton({ name, from, text }: { name: string; from: string | null; text: string }) {
  const locale = useLocale()
  if (!from) return null
  return (
    <button
      type="submit"
      formAction={localPath(locale, '/names')}
      name={name}
      value={from}
      className={buttonStyle('secondary')}
    >
      {text}
    </button>
  )
}
