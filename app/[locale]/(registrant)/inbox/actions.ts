'use server'
import { redirectTo } from '@/lib/i18n/redirect'
import { chooseNotices, markAllRead, markRead } from '@/lib/notices/inbox/inbox.command'
import { type FormState, formValues, refusedForm, runAction } from '@/lib/web/run-action'

/** Marks every message of the user as opened. */
export async function markAllAction(before: FormState): Promise<FormState> {
  const marked = await runAction(markAllRead, {})
  return marked.ok ? redirectTo('/inbox') : refusedForm(marked.refusal, {}, before)
}

/** The user has opened a message. */
export async function openedAction(messageId: string): Promise<void> {
  await runAction(markRead, { messageId })
}

/** Keeps whether early notices are wanted. */
export async function earlyNoticesAction(before: FormState, form: FormData): Promise<FormState> {
  const values = formValues(form)
  const kept = await runAction(chooseNotices, values)
  return kept.ok ? redirectTo('/profile?done=notices') : refusedForm(kept.refusal, values, before)
}
