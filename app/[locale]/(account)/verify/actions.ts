'use server'
import { redirectTo } from '@/lib/i18n/redirect'
import { verifyEmail } from '@/lib/people/sign-up.command'
import { type FormState, formValues, refusedForm, runAction } from '@/lib/web/run-action'
import { currentSession } from '@/lib/web/session'

/** Confirms the mail address; goes on to the profile, or to signing in. */
export async function verifyAction(before: FormState, form: FormData): Promise<FormState> {
  const confirmed = await runAction(verifyEmail, formValues(form))
  if (!confirmed.ok) return refusedForm(confirmed.refusal, {}, before)
  return redirectTo((await currentSession()) ? '/profile?done=confirmed' : '/sign-in?done=confirmed')
}
