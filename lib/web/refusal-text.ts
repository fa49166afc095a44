import 'server-only'
import { getLocale, getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/i18n/locale'
import { sentenceParams } from '@/lib/i18n/refusal-params'
import type { Refusal, RefusalParams, RuleId } from '@/lib/kernel/result'

/** Codes come from data, so they cannot be checked as keys here; the catalogue check sees to them. */
type Say = (key: string, params?: RefusalParams) => string

/** A refusal as a person reads it. */
export interface RefusalText {
  readonly message: string
  /** The rule behind it and its sentence. */
  readonly rule?: { readonly id: RuleId; readonly text: string }
  readonly field?: string
  /** The sentence of each field that did not fit. */
  readonly fields: Readonly<Record<string, string>>
}

/** The sentences of a refusal in the reader's language; `locale` where the request does not tell it. */
export async function refusalText(refusal: Refusal, locale?: Locale): Promise<RefusalText> {
  const at = locale ?? (await getLocale())
  const say = (await getTranslations({ locale: at, namespace: 'refusals' })) as Say
  const rules = (await getTranslations({ locale: at, namespace: 'policy.rules' })) as Say
  const fields = (refusal.fields ?? []).map(({ field, code, params }) => [
    field,
    say(code, sentenceParams(params)),
  ])
  return {
    message: say(refusal.code, sentenceParams(refusal.params)),
    field: refusal.field,
    ...(refusal.rule && { rule: { id: refusal.rule, text: rules(refusal.rule) } }),
    fields: Object.fromEntries(fields) as Record<string, string>,
  }
}
