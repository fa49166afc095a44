import 'server-only'
import { getLocale, getTranslations } from 'next-intl/server'
import { zoneById } from '@/lib/policy/resolver'
import { countryChoices } from './country-choices'
import type { FormView } from './declared-field'

/** The words of a form over a declaration's fields; `zone` leads its list of countries. */
export async function declarationWords(zone: string): Promise<Omit<FormView, 'values' | 'errors'>> {
  const [t, locale] = await Promise.all([getTranslations('apply'), getLocale()])
  return {
    fields: t.raw('fields'),
    choices: t.raw('choices'),
    countries: countryChoices(locale, zoneById(zone).country),
    optional: t('form.optional'),
  }
}
