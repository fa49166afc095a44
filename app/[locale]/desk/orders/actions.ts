'use server'
import { confirmReclaim, orderReclaim, rejectReclaim } from '@/lib/domains/orders/reclaim.command'
import { liftViolation, suspendViolation } from '@/lib/domains/orders/violation.command'
import { withdrawOrder } from '@/lib/domains/orders/withdraw.command'
import { acceptReturn, refuseReturn } from '@/lib/dossiers/returns/decide.command'
import { redirectTo } from '@/lib/i18n/redirect'
import type { Result } from '@/lib/kernel/result'
import { type FormState, formValues, refusedForm, runAction } from '@/lib/web/run-action'
import { readHeavyForm } from '@/lib/web/step-up'

/** Suspends a name for a violation. */
export async function suspendAction(before: FormState, form: FormData): Promise<FormState> {
  const values = formValues(form)
  return after(await runAction(suspendViolation, values), values, before, 'entered')
}

/** Enters a reclaim, which another person confirms. */
export async function reclaimAction(before: FormState, form: FormData): Promise<FormState> {
  const values = formValues(form)
  return after(await runAction(orderReclaim, values), values, before, 'entered')
}

/** Lifts a suspension for a violation. */
export async function liftAction(before: FormState, form: FormData): Promise<FormState> {
  const values = formValues(form)
  return after(await runAction(liftViolation, values), values, before, 'entered')
}

/** Confirms a reclaim as the second person, with a proof of who does. */
export async function confirmAction(before: FormState, form: FormData): Promise<FormState> {
  const { values, proof } = await readHeavyForm(formValues(form))
  return after(await runAction(confirmReclaim, values, { proof }), values, before, 'confirmed')
}

/** Rejects a reclaim as the second person. */
export async function rejectAction(before: FormState, form: FormData): Promise<FormState> {
  const values = formValues(form)
  return after(await runAction(rejectReclaim, values), values, before, 'rejected')
}

/** Withdraws an order that waits. */
export async function withdrawAction(before: FormState, form: FormData): Promise<FormState> {
  const values = formValues(form)
  return after(await runAction(withdrawOrder, values), values, before, 'withdrawn')
}

/** Accepts a return after it was held against the dossier on file. */
export async function acceptReturnAction(before: FormState, form: FormData): Promise<FormState> {
  const values = formValues(form)
  return after(await runAction(acceptReturn, values), values, before, 'accepted')
}

/** Refuses a return on a typed ground. */
export async function refuseReturnAction(before: FormState, form: FormData): Promise<FormState> {
  const values = formValues(form)
  return after(await runAction(refuseReturn, values), values, before, 'refused')
}

async function after(
  result: Result<{ orderId: string }>,
  values: Readonly<Record<string, string>>,
  before: FormState,
  done: string,
): Promise<FormState> {
  if (!result.ok) return refusedForm(result.refusal, values, before)
  return redirectTo(`/desk/orders/${result.value.orderId}?done=${done}`)
}
