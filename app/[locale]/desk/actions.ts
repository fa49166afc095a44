'use server'
import { revalidatePath } from 'next/cache'
import { redirectTo } from '@/lib/i18n/redirect'
import { askForMore, acceptDossier, refuseDossier } from '@/lib/dossiers/review/decide.command'
import { compareIdentity, giveVerdict } from '@/lib/dossiers/review/check.command'
import { takeOverReview } from '@/lib/dossiers/review/take-over.command'
import { putBack, takeNext } from '@/lib/dossiers/review/take.command'
import { type FormState, formValues, refusedForm, runAction } from '@/lib/web/run-action'
import { askedReasons } from './asked-reasons'

/** Takes the next dossier in order and opens it. */
export async function takeNextAction(before: FormState): Promise<FormState> {
  const taken = await runAction(takeNext, {})
  if (!taken.ok) return refusedForm(taken.refusal, {}, before)
  return redirectTo(`/desk/${taken.value.dossierId}`)
}

/** Takes over a review that another agent left lying. */
export async function takeOverAction(before: FormState, form: FormData): Promise<FormState> {
  const taken = await runAction(takeOverReview, formValues(form))
  if (!taken.ok) return refusedForm(taken.refusal, {}, before)
  return redirectTo(`/desk/${taken.value.dossierId}`)
}

/** Gives a document its verdict. */
export async function verdictAction(before: FormState, form: FormData): Promise<FormState> {
  const { reason, ...values } = formValues(form)
  const given = await runAction(giveVerdict, { ...values, ...(reason && { reason }) })
  if (!given.ok) return refusedForm(given.refusal, values, before)
  revalidatePath('/[locale]/desk/[id]', 'page')
  return { values: {}, attempt: before.attempt + 1 }
}

/** Compares the identity number read on the copy with the declared one. */
export async function identityAction(before: FormState, form: FormData): Promise<FormState> {
  const values = formValues(form)
  const compared = await runAction(compareIdentity, values)
  if (!compared.ok) return refusedForm(compared.refusal, values, before)
  revalidatePath('/[locale]/desk/[id]', 'page')
  return { values: {}, attempt: before.attempt + 1 }
}

/** Accepts the dossier. */
export async function acceptAction(before: FormState, form: FormData): Promise<FormState> {
  const accepted = await runAction(acceptDossier, formValues(form))
  return accepted.ok ? redirectTo('/desk?done=accepted') : refusedForm(accepted.refusal, {}, before)
}

/** Asks the applicant for more. */
export async function askAction(before: FormState, form: FormData): Promise<FormState> {
  const values = formValues(form)
  const asked = await runAction(askForMore, { dossierId: values.dossierId, reasons: askedReasons(values) })
  return asked.ok ? redirectTo('/desk?done=asked') : refusedForm(asked.refusal, values, before)
}

/** Refuses the dossier on a ground. */
export async function refuseAction(before: FormState, form: FormData): Promise<FormState> {
  const values = formValues(form)
  const refused = await runAction(refuseDossier, values)
  return refused.ok ? redirectTo('/desk?done=refused') : refusedForm(refused.refusal, values, before)
}

/** Puts the dossier back into the queue. */
export async function putBackAction(before: FormState, form: FormData): Promise<FormState> {
  const back = await runAction(putBack, formValues(form))
  return back.ok ? redirectTo('/desk') : refusedForm(back.refusal, {}, before)
}
