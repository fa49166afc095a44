import { getTranslations } from 'next-intl/server'
import { formSentences } from '../ui/form-sentences'

/** The words around one of the account's forms: `account.<form>.submit` and what all of them share. */
export async function formTexts(form: string) {
  const t = await getTranslations('account')
  const sentences = await formSentences()
  return { submit: t(`${form}.submit`), pending: t('pending'), summary: t('summary'), sentences }
}
