'use server'
import { attributePayment, returnPayment, settleAgain } from '@/lib/billing/receive/decide.command'
import { freeReview } from '@/lib/dossiers/review/take-over.command'
import { redirectTo } from '@/lib/i18n/redirect'
import { sendMessageAgain } from '@/lib/notices/send-again.command'
import { runJobAgain } from '@/lib/operations/exceptions/run-again.command'
import { tryWorkAgain } from '@/lib/operations/exceptions/try-again.command'
import { askRegistryNow } from '@/lib/registry/delivery/ask-now.command'
import { sendEffectAgain } from '@/lib/registry/delivery/send-again.command'
import { type FormState, formValues, refusedForm, runAction } from '@/lib/web/run-action'

const back = (list: string, done: string) => redirectTo(`/operator/exceptions?list=${list}&done=${done}`)

/** Attributes money to an invoice by its number. */
export async function attributeAction(before: FormState, form: FormData): Promise<FormState> {
  const values = formValues(form)
  const attributed = await runAction(attributePayment, values)
  if (!attributed.ok) return refusedForm(attributed.refusal, values, before)
  return back('money', attributed.value.paid ? 'attributed-paid' : 'attributed')
}

/** Sends money back to whoever paid it. */
export async function returnAction(before: FormState, form: FormData): Promise<FormState> {
  const values = formValues(form)
  const returned = await runAction(returnPayment, values)
  return returned.ok ? back('money', 'returning') : refusedForm(returned.refusal, values, before)
}

/** Tries to settle an invoice once more. */
export async function settleAgainAction(before: FormState, form: FormData): Promise<FormState> {
  const tried = await runAction(settleAgain, formValues(form))
  if (!tried.ok) return refusedForm(tried.refusal, {}, before)
  return back('invoices', tried.value.paid ? 'settled' : 'not-settled')
}

/** Has the registry asked at once. */
export async function askNowAction(before: FormState, form: FormData): Promise<FormState> {
  const values = formValues(form)
  const asked = await runAction(askRegistryNow, values)
  return asked.ok ? back('registry', 'asked') : refusedForm(asked.refusal, {}, before)
}

/** Sends an effect that the registry refused once more. */
export async function sendEffectAction(before: FormState, form: FormData): Promise<FormState> {
  const sent = await runAction(sendEffectAgain, formValues(form))
  return sent.ok ? back('registry', 'sent-effect') : refusedForm(sent.refusal, {}, before)
}

/** Sends a failed message once more. */
export async function sendAgainAction(before: FormState, form: FormData): Promise<FormState> {
  const sent = await runAction(sendMessageAgain, formValues(form))
  return sent.ok ? back('messages', 'sent') : refusedForm(sent.refusal, {}, before)
}

/** Runs a failed job once more. */
export async function runAgainAction(before: FormState, form: FormData): Promise<FormState> {
  const run = await runAction(runJobAgain, formValues(form))
  return run.ok ? back('jobs', 'run') : refusedForm(run.refusal, {}, before)
}

/** Tries due work once more that was set aside. */
export async function tryAgainAction(before: FormState, form: FormData): Promise<FormState> {
  const tried = await runAction(tryWorkAgain, formValues(form))
  return tried.ok ? back('work', 'tried') : refusedForm(tried.refusal, {}, before)
}

/** Puts a dossier whose review was left lying back into the queue. */
export async function freeReviewAction(before: FormState, form: FormData): Promise<FormState> {
  const freed = await runAction(freeReview, formValues(form))
  return freed.ok ? back('reviews', 'freed') : refusedForm(freed.refusal, {}, before)
}
