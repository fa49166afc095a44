'use server'
import { redirectTo } from '@/lib/i18n/redirect'
import { resetPassword } from '@/lib/people/password.command'
import { type FormState, formValues, refusedForm, runAction } from '@/lib/web/run-action'
import { clearSessionCookie } from '@/lib/web/session'

/** Sets a new password by the mailed link; every session has ended with it. */
export async function resetAction(before: FormState, form: FormData): Promise<FormState> {
  const set = await runAction(resetPassword, formValues(form))
  if (!set.ok) return refusedForm(set.refusal, {}, before)
  await clearSessionCookie()
  return redirectTo('/sign-in?done=reset')
}
