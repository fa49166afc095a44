'use server'
import { redirectTo } from '@/lib/i18n/redirect'
import { enrolTotp, passSecondFactor } from '@/lib/people/totp.command'
import { type FormState, formValues, refusedForm, runAction } from '@/lib/web/run-action'
import { openedActor, openedSession, safeNext, setSessionCookie } from '@/lib/web/session'

/** Passes the second factor; the session is replaced by a stronger one. */
export async function codeAction(before: FormState, form: FormData): Promise<FormState> {
  const { code = '', next } = formValues(form)
  const sessionId = (await openedSession())?.sessionId ?? ''
  const actor = await openedActor()
  const passed = await runAction(passSecondFactor, { sessionId, code: code.replaceAll(/\s/g, '') }, { actor })
  if (!passed.ok) return refusedForm(passed.refusal, {}, before)
  await setSessionCookie(passed.value)
  return redirectTo(safeNext(next))
}

/** Makes the secret of a second factor; the first right code confirms it. */
export async function enrolAction(before: FormState, form: FormData): Promise<FormState> {
  const { next } = formValues(form)
  const made = await runAction(enrolTotp, {}, { actor: await openedActor() })
  if (!made.ok) return refusedForm(made.refusal, {}, before)
  return redirectTo(`/sign-in/code?next=${encodeURIComponent(safeNext(next))}`)
}
