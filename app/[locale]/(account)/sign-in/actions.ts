'use server'
import { headers } from 'next/headers'
import { pathAfterSignIn } from '@/components/account/after-sign-in'
import { redirectInto } from '@/lib/i18n/redirect'
import { signIn } from '@/lib/people/sign-in.command'
import { type FormState, formValues, refusedForm, runAction } from '@/lib/web/run-action'
import { safeNext, setSessionCookie } from '@/lib/web/session'

/** Signs in, and goes on in the user's own language. */
export async function signInAction(before: FormState, form: FormData): Promise<FormState> {
  const values = formValues(form)
  const userAgent = (await headers()).get('user-agent')?.slice(0, 400)
  const opened = await runAction(signIn, { ...values, userAgent })
  if (!opened.ok) return refusedForm(opened.refusal, values, before)
  await setSessionCookie(opened.value)
  return redirectInto(opened.value.locale, pathAfterSignIn(opened.value.next, safeNext(values.next)))
}
