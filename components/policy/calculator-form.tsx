import { useLocale, useTranslations } from 'next-intl'
import { localPath } from '@/lib/i18n/locale'
import type { LifeAsked } from '@/lib/domains/calculator/calculator-page.query'
import type { SuffixName } from '@/lib/policy/extension.query'
import { buttonStyle } from '../ui/button-style'
import { TextInput } from '../ui/text-input'

interface CalculatorFormProps {
  asked: LifeAsked
  extensions: readonly (SuffixName & { readonly registry: string })[]
  /** The sentence of the field that did not fit. */
  errors: Readonly<Record<string, string>>
}

/** What a life is calculated from: a plain form whose answer stands in the address. Server only. */
export function CalculatorForm({ asked, extensions, errors }: CalculatorFormProps) {
  const t = useTranslations('calculator.form')
  const locale = useLocale()
  return (
    <form
      // Another address is another form: what was typed for the one before does not stay in it.
      key={JSON.stringify(asked)}
      action={localPath(locale, '/calculator')}
      method="get"
      className="no-print grid max-w-[52rem] gap-4 sm:grid-cols-2"
    >
      <div className="sm:col-span-2">
        <TextInput
          id="zone"
          name="zone"
          list="extensions"
          label={t('zone')}
          hint={t('zoneHint')}
          error={errors.zone}
          defaultValue={asked.zone}
          required
          maxLength={80}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <datalist id="extensions">
          {extensions.map(({ suffix, unicode, registry }) => (
            <option key={suffix} value={unicode} label={`.${unicode} · ${registry}`} />
          ))}
        </datalist>
      </div>
      <Dates asked={asked} errors={errors} />
      <div className="sm:col-span-2">
        <button type="submit" className={buttonStyle('primary')}>
          {t('submit')}
        </button>
      </div>
    </form>
  )
}

function Dates({ asked, errors }: Pick<CalculatorFormProps, 'asked' | 'errors'>) {
  const t = useTranslations('calculator.form')
  return (
    <>
      <TextInput
        id="expires"
        name="expires"
        type="date"
        label={t('expires')}
        hint={t('expiresHint')}
        error={errors.expires}
        defaultValue={asked.expires}
        required
      />
      <TextInput
        id="hour"
        name="hour"
        type="time"
        label={t('hour')}
        note={t('optional')}
        hint={t('hourHint')}
        defaultValue={asked.hour}
      />
      <TextInput
        id="registered"
        name="registered"
        type="date"
        label={t('registered')}
        note={t('optional')}
        hint={t('registeredHint')}
        error={errors.registered}
        defaultValue={asked.registered}
      />
    </>
  )
}
