import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { Refusal, RuleId } from '@/lib/kernel/result'

/** A refusal as a person reads it. */
export interface RefusalText {
  readonly message: string
  /** The rule behind it and its sentence. */
  readonly rule?: { readonly id: RuleId; readonly text: string }
  readonly field?: string
  /** The sentence of each field that did not fit. */
  readonly fields: Readonly<Record<string, string>>
}

/** The sentences of a refusal in the reader's language. */
export async function refusalText(refusal: Refusal): Promise<RefusalText> {
  const say = await getTranslations('refusals')
  const rules = await getTranslations('rules')
  const fields = (refusal.fields ?? []).map(({ field, code, params }) => [field, say(code as never, params)])
  return {
    message: say(refusal.code as never, refusal.params),
    field: refusal.field,
    ...(refusal.rule && { rule: { id: refusal.rule, text: rules(refusal.rule as never) } }),
    fields: Object.fromEntries(fields) as Record<string, string>,
  }
}
