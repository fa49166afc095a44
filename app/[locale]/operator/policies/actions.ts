'use server'
import { redirectTo } from '@/lib/i18n/redirect'
import type { Result } from '@/lib/kernel/result'
import { changeDraft, draftVersion, patchDraft, withdrawDraft } from '@/lib/operations/policies/draft.command'
import { publishVersion } from '@/lib/operations/policies/publish.command'
import { type FormState, formValues, refusedForm, runAction } from '@/lib/web/run-action'
import { readHeavyForm } from '@/lib/web/step-up'

/** Makes a draft of a zone's next version. */
export async function draftAction(before: FormState, form: FormData): Promise<FormState> {
  const values = formValues(form)
  return after(await runAction(draftVersion, values), values, before, 'drafted')
}

/** Changes values of a draft by the fields of one topic. */
export async function changeAction(before: FormState, form: FormData): Promise<FormState> {
  const values = formValues(form)
  return after(await runAction(changeDraft, { ...values, values }), values, before, 'changed')
}

/** Changes any values of a draft, as JSON. */
export async function patchAction(before: FormState, form: FormData): Promise<FormState> {
  const values = formValues(form)
  return after(await runAction(patchDraft, values), values, before, 'changed')
}

/** Publishes a draft as the second person, with a proof of who does. */
export async function publishAction(before: FormState, form: FormData): Promise<FormState> {
  const { values, proof } = await readHeavyForm(formValues(form))
  return after(await runAction(publishVersion, values, { proof }), values, before, 'published')
}

/** Takes a draft back. */
export async function withdrawAction(before: FormState, form: FormData): Promise<FormState> {
  const values = formValues(form)
  return after(await runAction(withdrawDraft, values), values, before, 'withdrawn')
}

async function after(
  result: Result<{ draftId: string; zone: string }>,
  values: Record<string, string>,
  before: FormState,
  done: string,
): Promise<FormState> {
  if (!result.ok) return refusedForm(result.refusal, values, before)
  const { draftId, zone } = result.value
  return redirectTo(`/operator/policies/${zone}/draft/${draftId}?done=${done}`)
}
