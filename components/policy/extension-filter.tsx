import { useLocale, useTranslations } from 'next-intl'
import { localPath } from '@/lib/i18n/locale'
import { buttonStyle } from '../ui/button-style'
import { TextInput } from '../ui/text-input'

/** Narrows the list of extensions by a part of their names; the filter stands in the address. Server only. */
export function ExtensionFilter({ value }: { value: string }) {
  const t = useTranslations('search.extensions')
  const locale = useLocale()
  return (
    <form
      action={localPath(locale, '/extensions')}
      method="get"
      role="search"
      className="flex flex-wrap items-end gap-2"
    >
      <TextInput
        id="filter"
        name="filter"
        label={t('filter')}
        defaultValue={value}
        maxLength={80}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <button type="submit" className={buttonStyle('secondary')}>
        {t('show')}
      </button>
    </form>
  )
}
