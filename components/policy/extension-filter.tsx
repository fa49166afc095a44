import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/lib/i18n/link'
import { localPath } from '@/lib/i18n/locale'
import type { ExtensionWanted } from '@/lib/policy/extension.query'
import { buttonStyle } from '../ui/button-style'
import { type Choice, SelectInput } from '../ui/select-input'
import { TextInput } from '../ui/text-input'
import { isNarrowed, NEEDS_CHOICES, OPENING_CHOICES } from './extension-address'

interface ExtensionFilterProps {
  wanted: ExtensionWanted
  registries: readonly string[]
}

/** Narrows the list of extensions; what is asked stands in the address. Server only. */
export function ExtensionFilter({ wanted, registries }: ExtensionFilterProps) {
  const t = useTranslations('search.extensions')
  const locale = useLocale()
  return (
    <form
      // Another address is another form: what was typed for the one before does not stay in it.
      key={JSON.stringify(wanted)}
      action={localPath(locale, '/extensions')}
      method="get"
      role="search"
      className="no-print flex flex-wrap items-end gap-3"
    >
      <div className="min-w-0 grow basis-48 sm:max-w-64">
        <TextInput
          id="filter"
          name="filter"
          label={t('filter')}
          defaultValue={wanted.text}
          maxLength={80}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      </div>
      <Choices wanted={wanted} registries={registries} />
      <button type="submit" className={buttonStyle('secondary')}>
        {t('show')}
      </button>
      {isNarrowed(wanted) && (
        <Link href="/extensions" className="text-link py-2">
          {t('all')}
        </Link>
      )}
    </form>
  )
}

function Choices({ wanted, registries }: ExtensionFilterProps) {
  const t = useTranslations('search.extensions')
  const openings = useTranslations('policy.openings')
  return (
    <>
      <Select
        name="registry"
        value={wanted.registry}
        choices={registries.map((registry) => ({ value: registry, label: registry }))}
      />
      <Select
        name="needs"
        value={wanted.needs}
        choices={NEEDS_CHOICES.map((need) => ({ value: need, label: t(`needsChoices.${need}`) }))}
      />
      <Select
        name="opening"
        value={wanted.opening}
        choices={OPENING_CHOICES.map((opening) => ({ value: opening, label: openings(opening) }))}
      />
    </>
  )
}

interface SelectProps {
  name: 'registry' | 'needs' | 'opening'
  value: string | undefined
  choices: readonly Choice[]
}

function Select({ name, value = '', choices }: SelectProps) {
  const t = useTranslations('search.extensions.narrow')
  return (
    <div className="min-w-0 grow basis-40 sm:max-w-56">
      <SelectInput
        id={name}
        name={name}
        label={t(`${name}.label`)}
        choices={[{ value: '', label: t(`${name}.any`) }, ...choices]}
        defaultValue={value}
      />
    </div>
  )
}
