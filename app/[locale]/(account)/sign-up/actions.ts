'use server'
import { getLocale } from 'next-intl/server'
import { redirectTo } from '@/lib/i18n/redirect'
import { resendVerification, signUp } from '@/lib/people/sign-up.command'
import { type FormState, formValues, refusedForm, runAction } from '@/lib/web/run-action'

/** Opens an account in the language of the page. */
export async function signUpAction(before: FormState, form: FormData): Promise<FormState> {
  const values = formValues(form)
  const opened = await runAction(signUp, { ...values, locale: await getLocale() })
  return opened.ok ? redirectTo('/sign-up/sent') : refusedForm(opened.refusal, values, before)
}

/** Sends the confirming link once more. */
export async function resendAction(before: FormState, form: FormData): Promise<FormState> {
  const values = formValues(form)
  const sent = await runAction(resendVerification, values)
  return sent.ok ? redirectTo('/sign-up/sent?again=1') : refusedForm(sent.refusal, values, before)
}
