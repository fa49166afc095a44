'use server'
import { redirectTo } from '@/lib/i18n/redirect'
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from '@/lib/people/second-factor.command'
import { type FormState, formValues, refusedForm, runAction } from '@/lib/web/run-action'
import { currentSession } from '@/lib/web/session'
import { readHeavyForm } from '@/lib/web/step-up'

/** Makes a secret for the authenticator. */
export async function beginAction(before: FormState, form: FormData): Promise<FormState> {
  const { values, proof } = await readHeavyForm(formValues(form))
  const begun = await runAction(beginSecondFactor, {}, { proof })
  return begun.ok ? redirectTo('/profile/second-factor') : refusedForm(begun.refusal, values, before)
}

/**
 * Confirms the second factor by a code, or makes new recovery codes: what `act` says. One action for both, because
 * the codes are shown by the form that asked, and without script only an action of the same form can show them.
 */
export async function codesAction(before: FormState, form: FormData): Promise<FormState> {
  const { values, proof } = await readHeavyForm(formValues(form))
  const made = await (values.act === 'confirm'
    ? runAction(confirmSecondFactor, {
        sessionId: (await currentSession())?.sessionId ?? '',
        code: (values.code ?? '').replaceAll(/\s/g, ''),
      })
    : runAction(renewRecoveryCodes, {}, { proof }))
  if (!made.ok) return refusedForm(made.refusal, values, before)
  return { values: {}, attempt: before.attempt + 1, shownOnce: made.value.codes }
}

/** Removes the second factor. */
export async function removeAction(before: FormState, form: FormData): Promise<FormState> {
  const { values, proof } = await readHeavyForm(formValues(form))
  const removed = await runAction(removeSecondFactor, values, { proof })
  return removed.ok
    ? redirectTo('/profile?done=factor-removed')
    : refusedForm(removed.refusal, values, before)
}
