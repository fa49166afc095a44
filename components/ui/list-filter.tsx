import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/lib/i18n/link'
import { localPath } from '@/lib/i18n/locale'
import { buttonStyle } from './button-style'
import { isNarrowed, type ListAddress, listHref } from './list-address'
import { type Choice, SelectInput } from './select-input'
import { TextInput } from './text-input'

export interface ListFilterProps {
  path: string
  address: ListAddress
  states: readonly Choice[]
  /** Names can be found by their beginning. */
  byName?: boolean
}

/** Narrows a list by state and by the beginning of a name; what is asked stands in the address. Server only. */
export function ListFilter({ path, address, states, byName = false }: ListFilterProps) {
  const t = useTranslations('ui.list')
  const locale = useLocale()
  return (
    <form
      // A form that is asked something else is another form: its fields begin with what the address says.
      key={listHref(path, address)}
      action={localPath(locale, path)}
      method="get"
      role="search"
      aria-label={t('filter')}
      className="no-print mb-4 flex flex-wrap items-end gap-x-3 gap-y-3"
    >
      {byName && <StartField value={address.start} />}
      <div className="min-w-0 grow basis-40 sm:max-w-64">
        <SelectInput
          id="state"
          name="state"
          label={t('state')}
          choices={[{ value: '', label: t('anyState') }, ...states]}
          defaultValue={address.state ?? ''}
        />
      </div>
      <button type="submit" className={buttonStyle('secondary')}>
        {t('show')}
      </button>
      {isNarrowed(address) && (
        <Link href={path} className="text-link py-2">
          {t('all')}
        </Link>
      )}
    </form>
  )
}

function StartField({ value }: { value: string }) {
  const t = useTranslations('ui.list')
  return (
    <div className="min-w-0 grow basis-48 sm:max-w-64">
      <TextInput
        id="start"
        name="start"
        label={t('start')}
        defaultValue={value}
        maxLength={253}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
    </div>
  )
}
