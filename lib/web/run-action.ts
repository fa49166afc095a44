import 'server-only'
import { type Refusal, refuse, type Result } from '@/lib/kernel/result'
import type { Actor } from '@/lib/kernel/actor'
import { type Command, execute } from '@/lib/platform/define-command'
import '@/lib/wiring'
import type { FormState } from './form-state'
import { refusalText } from './refusal-text'
import { currentActor, requestId } from './session'
import { isAboutProof, type Proof, prove, stepUpAsk } from './step-up'

export { EMPTY_FORM, type FormState } from './form-state'

export interface ActionOptions {
  readonly idempotencyKey?: string
  /** The proof of who acts that came with the form of a heavy command (`readHeavyForm`). */
  readonly proof?: Proof | undefined
  /** Instead of this request's actor: a session that has still to pass its second factor. */
  readonly actor?: Actor | null
}

/** Runs a command as the person of this request. */
export async function runAction<Input, Output, Prepared>(
  command: Command<Input, Output, Prepared>,
  input: unknown,
  { proof, actor, idempotencyKey }: ActionOptions = {},
): Promise<Result<Output>> {
  let by = actor ?? (await currentActor())
  if (proof) {
    if (by.kind !== 'user') return refuse('sign-in-needed')
    const proven = await prove(by, proof)
    if (!proven.ok) return proven
    by = proven.value
  }
  const options = { actor: by, requestId: await requestId(), ...(idempotencyKey && { idempotencyKey }) }
  return execute(command, input, options)
}

/** The texts a form sent; files and the framework's own fields are left out. */
export function formValues(form: FormData): Record<string, string> {
  const entries = [...form.entries()].filter(
    ([key, value]) => typeof value === 'string' && !key.startsWith('$'),
  )
  return Object.fromEntries(entries) as Record<string, string>
}

const SECRETS = ['password', 'current', 'code', 'token']

/**
 * The form's next state after a refusal; secrets are not sent back. Where a heavy command wants a proof, the state
 * asks for it and holds all that was typed, sealed.
 */
export async function refusedForm(
  refusal: Refusal,
  values: Readonly<Record<string, string>>,
  before: FormState,
): Promise<FormState> {
  const kept = Object.entries(values).filter(([key]) => !SECRETS.includes(key))
  const state = { values: Object.fromEntries(kept), attempt: before.attempt + 1 }
  if (!isAboutProof(refusal)) return { ...state, refusal: await refusalText(refusal) }
  const ask = await stepUpAsk(values)
  if (!ask.ok) return { ...state, refusal: await refusalText(ask.refusal) }
  const isAsked = refusal.code === 'step-up-needed'
  return { ...state, stepUp: ask.value, ...(!isAsked && { refusal: await refusalText(refusal) }) }
}
