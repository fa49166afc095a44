import 'server-only'
import type { Result } from '@/lib/kernel/result'
import { type Command, execute } from '@/lib/platform/define-command'
import '@/lib/wiring'
import type { FormState } from './form-state'
import { refusalText } from './refusal-text'
import { currentActor, requestId } from './session'

export { EMPTY_FORM, type FormState } from './form-state'

/** Runs a command as the person of this request. */
export async function runAction<Input, Output, Prepared>(
  command: Command<Input, Output, Prepared>,
  input: unknown,
  options: { idempotencyKey?: string } = {},
): Promise<Result<Output>> {
  return execute(command, input, { actor: await currentActor(), requestId: await requestId(), ...options })
}

/** The texts a form sent; files and the framework's own fields are left out. */
export function formValues(form: FormData): Record<string, string> {
  const entries = [...form.entries()].filter(
    ([key, value]) => typeof value === 'string' && !key.startsWith('$'),
  )
  return Object.fromEntries(entries) as Record<string, string>
}

const SECRETS = ['password', 'current', 'code', 'token']

/** The form's next state after a refusal; secrets are not sent back. */
export async function refusedForm(
  refusal: Parameters<typeof refusalText>[0],
  values: Readonly<Record<string, string>>,
  before: FormState,
): Promise<FormState> {
  const kept = Object.entries(values).filter(([key]) => !SECRETS.includes(key))
  return {
    refusal: await refusalText(refusal),
    values: Object.fromEntries(kept),
    attempt: before.attempt + 1,
  }
}
