'use server'
import { redirectTo } from '@/lib/i18n/redirect'
import { requestReset } from '@/lib/people/password.command'
import { type FormState, formValues, refusedForm, runAction } from '@/lib/web/run-action'

/** Mails a link that sets a new password. */
export async function forgotAction(before: FormState, form: FormData): Promise<FormState> {
  const values = formValues(form)
  const sent = await runAction(requestReset, values)
  return sent.ok ? redirectTo('/forgot?done=forgot') : refusedForm(sent.refusal, values, before)
}
