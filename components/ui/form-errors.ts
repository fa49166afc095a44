import type { FieldRefusal } from '@/lib/kernel/result'
import type { FormState } from '@/lib/web/form-state'

export type FormValues = Readonly<Record<string, string>>

/** What is wrong with the values of a form, as its command would say it; empty when nothing is. */
export type FormCheck = (values: FormValues) => readonly FieldRefusal[]

/** The sentence of each field that did not fit; a refusal of one field is that field's. */
export function errorsOf({ refusal }: FormState): Readonly<Record<string, string>> {
  if (!refusal) return {}
  return refusal.field ? { [refusal.field]: refusal.message, ...refusal.fields } : refusal.fields
}

/** The first sentence of each fault that has one; what has none is left for the server to tell. */
export function sentencesOf(
  faults: readonly FieldRefusal[],
  sentences: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const told: Record<string, string> = {}
  for (const { field, code } of faults) {
    const sentence = sentences[code]
    if (sentence) told[field] ??= sentence
  }
  return told
}

/** The texts of a form as it would be sent, without files and the framework's own fields. */
export function typedValues(form: HTMLFormElement): FormValues {
  const entries = [...new FormData(form)].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$'),
  )
  return Object.fromEntries(entries)
}
