import 'server-only'
import { getTranslations } from 'next-intl/server'
import { declarationWords } from '@/components/applications/declaration-words'
import type { FormView } from '@/components/applications/declared-field'
import type { ChangeTexts } from './servers-form'

/** The words that the forms of a name share with the declaration, and their own. */
export async function formWords(
  zone: string,
): Promise<{ words: Omit<FormView, 'values' | 'errors'>; texts: ChangeTexts }> {
  const [words, apply, names] = await Promise.all([
    declarationWords(zone),
    getTranslations('apply'),
    getTranslations('names'),
  ])
  return { words, texts: { ...names.raw('change.form'), errors: apply('form.errors') } }
}
