'use server'
import { askReturn } from '@/lib/domains/orders/return.command'
import { withdrawReturn } from '@/lib/domains/orders/withdraw.command'
import { redirectTo } from '@/lib/i18n/redirect'
import { type FormState, formValues, refusedForm, runAction } from '@/lib/web/run-action'
import { readHeavyForm } from '@/lib/web/step-up'

/** Asks for a name to be deleted, with a proof of who asks. */
export async function askReturnAction(name: string, before: FormState, form: FormData): Promise<FormState> {
  const { values, proof } = await readHeavyForm(formValues(form))
  const asked = await runAction(askReturn, values, { proof })
  return asked.ok ? redirectTo(`/names/${name}/return`) : refusedForm(asked.refusal, values, before)
}

/** Takes a return back before it was carried out. */
export async function withdrawReturnAction(
  name: string,
  before: FormState,
  form: FormData,
): Promise<FormState> {
  const values = formValues(form)
  const withdrawn = await runAction(withdrawReturn, values)
  if (!withdrawn.ok) return refusedForm(withdrawn.refusal, values, before)
  return redirectTo(`/names/${name}/return?done=withdrawn`)
}
