'use server'
import { redirectTo } from '@/lib/i18n/redirect'
import { moveClock } from '@/lib/operations/move-clock.command'
import { type FormState, formValues, refusedForm, runAction } from '@/lib/web/run-action'

/** Asks for the demonstration's clock to be moved forward. The form's time is Vietnam's. */
export async function moveClockAction(before: FormState, form: FormData): Promise<FormState> {
  const values = formValues(form)
  const moved = await runAction(moveClock, { target: `${values.target ?? ''}+07:00` })
  return moved.ok ? redirectTo('/operator/clock') : refusedForm(moved.refusal, values, before)
}
