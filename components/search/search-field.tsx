import { useLocale, useTranslations } from 'next-intl'
import { localPath } from '@/lib/i18n/locale'
import { buttonStyle } from '../ui/button-style'
import { CONTROL_STYLE } from '../ui/text-input'

interface SearchFieldProps {
  /** The path, without its language, that answers. */
  action: string
  /** Which words stand around it: `search.field.<purpose>`. */
  purpose: 'search' | 'lookup'
  value?: string
  large?: boolean
}

/** The field in which a name is typed: a plain form, so that it needs no script. Server only. */
export function SearchField({ action, purpose, value, large = false }: SearchFieldProps) {
  const t = useTranslations(`search.field.${purpose}`)
  const locale = useLocale()
  return (
    <form
      action={localPath(locale, action)}
      method="get"
      role="search"
      className="flex max-w-[52rem] flex-col gap-1"
    >
      <label htmlFor="name" className="font-semibold">
        {t('label')}
      </label>
      <p id="name-hint" className="text-sm text-ink-soft">
        {t('hint')}
      </p>
      <div className="mt-1 flex flex-col gap-2 sm:flex-row">
        <NameInput value={value} large={large} />
        <button
          type="submit"
          className={buttonStyle('primary', 'airy', large ? 'sm:min-h-14 sm:px-8' : undefined)}
        >
          {t('submit')}
        </button>
      </div>
    </form>
  )
}

function NameInput({ value, large }: { value?: string; large: boolean }) {
  return (
    <input
      id="name"
      name="name"
      type="text"
      inputMode="url"
      autoComplete="off"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      required
      maxLength={300}
      defaultValue={value}
      aria-describedby="name-hint"
      className={`${CONTROL_STYLE} name-text w-full min-w-0 sm:flex-1 ${large ? 'h-14 text-lg' : 'h-11'}`}
    />
  )
}
