'use server'
import { redirectInto, redirectTo } from '@/lib/i18n/redirect'
import { changePassword } from '@/lib/people/password.command'
import { updateProfile } from '@/lib/people/profile.command'
import { signOut, signOutEverywhere } from '@/lib/people/sign-in.command'
import { resendVerification } from '@/lib/people/sign-up.command'
import { type FormState, formValues, refusedForm, runAction } from '@/lib/web/run-action'
import { clearSessionCookie, currentSession } from '@/lib/web/session'
import { readHeavyForm } from '@/lib/web/step-up'

/** Changes name and language; the page comes back in the new language. */
export async function profileAction(before: FormState, form: FormData): Promise<FormState> {
  const values = formValues(form)
  const saved = await runAction(updateProfile, values)
  if (!saved.ok) return refusedForm(saved.refusal, values, before)
  return redirectInto(values.locale ?? '', '/profile?done=profile')
}

/** Changes the password; every other session ends. */
export async function passwordAction(before: FormState, form: FormData): Promise<FormState> {
  const { values, proof } = await readHeavyForm(formValues(form))
  const sessionId = (await currentSession())?.sessionId
  const changed = await runAction(changePassword, { ...values, sessionId }, { proof })
  return changed.ok ? redirectTo('/profile?done=password') : refusedForm(changed.refusal, values, before)
}

/** Sends the confirming link to the user's own address. */
export async function confirmAction(before: FormState): Promise<FormState> {
  const sent = await runAction(resendVerification, { email: (await currentSession())?.user.email })
  return sent.ok ? redirectTo('/profile?done=mail') : refusedForm(sent.refusal, {}, before)
}

/** Ends one session of the user; ending the present one signs out. */
export async function endSessionAction(before: FormState, form: FormData): Promise<FormState> {
  const { sessionId } = formValues(form)
  const isPresent = (await currentSession())?.sessionId === sessionId
  const ended = await runAction(signOut, { sessionId })
  if (!ended.ok) return refusedForm(ended.refusal, {}, before)
  if (isPresent) await clearSessionCookie()
  return redirectTo(isPresent ? '/sign-in?done=signed-out' : '/profile?done=session')
}

/** Ends every session of the user. */
export async function everywhereAction(before: FormState): Promise<FormState> {
  const ended = await runAction(signOutEverywhere, {})
  if (!ended.ok) return refusedForm(ended.refusal, {}, before)
  await clearSessionCookie()
  return redirectTo('/sign-in?done=everywhere')
}
