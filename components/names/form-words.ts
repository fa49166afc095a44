import 'server-only'
import { getTranslations } from 'next-intl/server'
import { declarationWords } from '@/components/applications/declaration-words'
import { formSentences } from '@/components/ui/form-sentences'
import type { ChangeFormProps } from './change-form'

/** The words that the forms of a name share with the declaration, and their own. */
export async function formWords(
  zone: string,
): Promise<Pick<ChangeFormProps, 'words' | 'texts' | 'sentences'>> {
  const [words, apply, names, sentences] = await Promise.all([
    declarationWords(zone),
    getTranslations('apply'),
    getTranslations('names'),
    formSentences(),
  ])
  return { words, sentences, texts: { ...names.raw('change.form'), errors: apply('form.errors') } }
}
