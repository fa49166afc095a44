'use server'
import { redirectTo } from '@/lib/i18n/redirect'
import { declineNotices } from '@/lib/notices/decline/decline.command'
import { type FormState, formValues, refusedForm, runAction } from '@/lib/web/run-action'

/** Turns early reminders off for whoever the link was mailed to, or on again. */
export async function declineAction(before: FormState, form: FormData): Promise<FormState> {
  const values = formValues(form)
  const declined = await runAction(declineNotices, values)
  if (!declined.ok) return refusedForm(declined.refusal, {}, before)
  const done = declined.value.earlyNotices
  return redirectTo(`/unsubscribe?token=${encodeURIComponent(values.token ?? '')}&done=${done}`)
}
