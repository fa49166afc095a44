import 'server-only'
import { getTranslations } from 'next-intl/server'

/** The codes that the inputs of forms give of themselves; none of their sentences has a parameter. */
const CODES = [
  'field-required',
  'field-too-long',
  'email-invalid',
  'phone-invalid',
  'country-invalid',
  'date-invalid',
  'identity-number-invalid',
  'organisation-number-invalid',
  'password-too-short',
  'choose-one',
  'years-invalid',
  'host-invalid',
  'address-invalid',
  'two-name-servers',
] as const

/** The sentences with which a form refuses by itself: those of the server, in the reader's language. */
export async function formSentences(): Promise<Readonly<Record<string, string>>> {
  const say = await getTranslations('refusals')
  return Object.fromEntries(CODES.map((code) => [code, say(code)]))
}
