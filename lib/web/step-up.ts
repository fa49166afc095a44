/**
 * Heavy acts (DESIGN §9): the form is sent; the command wants a proof; the same form asks for it, holding what was
 * typed as a sealed text; sent with the proof, the act goes on. No script is needed, and nothing is typed twice.
 */
import 'server-only'
import { getTranslations } from 'next-intl/server'
import { systemClock } from '@/lib/kernel/clock'
import { type Refusal, refuse, type Result } from '@/lib/kernel/result'
import type { UserActor } from '@/lib/kernel/actor'
import { demoCode, demoMailboxUrl } from '@/lib/people/demo-code.query'
import { beginStepUp, stepUp, type StepUpWay } from '@/lib/people/step-up.command'
import { execute } from '@/lib/platform/define-command'
import { seal, unseal } from '@/lib/platform/seal'
import type { StepUpAsk, StepUpQuestion } from './form-state'
import { currentActor, currentSession, requestId } from './session'

const PREFIX = 'stepUp.'
const PURPOSE = 'step-up-form'
const KEPT_MS = 30 * 60_000

/** What came with a form besides its own answers. */
export interface Proof {
  readonly code: string
  readonly password?: string
  /** Another mail is wanted instead. */
  readonly again: boolean
}

interface Kept {
  readonly userId: string
  readonly until: number
  readonly values: Readonly<Record<string, string>>
}

/** Splits what a form sent into the act's own values (also those that were kept for it) and the proof. */
export async function readHeavyForm(
  sent: Readonly<Record<string, string>>,
): Promise<{ values: Record<string, string>; proof?: Proof }> {
  const entries = Object.entries(sent)
  const own = Object.fromEntries(entries.filter(([key]) => !key.startsWith(PREFIX)))
  const sealed = sent[`${PREFIX}kept`]
  if (!sealed) return { values: own }
  const userId = (await currentSession())?.user.id
  const password = sent[`${PREFIX}password`]
  return {
    values: { ...own, ...opened(sealed, userId) },
    proof: {
      code: (sent[`${PREFIX}code`] ?? '').trim(),
      again: sent[`${PREFIX}again`] !== undefined,
      ...(password !== undefined && { password }),
    },
  }
}

/** The kept values; none when they were another's, are too old or were tampered with. */
function opened(sealed: string, userId: string | undefined): Readonly<Record<string, string>> {
  try {
    const kept = JSON.parse(unseal(PURPOSE, sealed)) as Kept
    return kept.userId === userId && kept.until > systemClock.now().getTime() ? kept.values : {}
  } catch {
    return {}
  }
}

/** Checks the proof of this request's user; the actor with it. The refusal's field is that of the proof. */
export async function prove(actor: UserActor, proof: Proof): Promise<Result<UserActor>> {
  const by = { actor, requestId: await requestId() }
  if (proof.again) {
    const mailed = await execute(beginStepUp, { again: true }, by)
    return mailed.ok ? refuse('step-up-needed') : ofProof(mailed.refusal)
  }
  const sessionId = (await currentSession())?.sessionId ?? ''
  const input = { sessionId, code: proof.code, ...(proof.password && { password: proof.password }) }
  const proven = await execute(stepUp, input, by)
  if (!proven.ok) return ofProof(proven.refusal)
  return { ok: true, value: { ...actor, steppedUpAt: new Date(proven.value.steppedUpAt) } }
}

function ofProof(refusal: Refusal): Result<never> {
  const code = refusal.fields?.[0]?.code ?? refusal.code
  return refuse(code, { field: `${PREFIX}code`, ...(refusal.params && { params: refusal.params }) })
}

/** Whether a refusal asks for the proof, or concerns the one that was given. */
export function isAboutProof(refusal: Refusal): boolean {
  return refusal.code === 'step-up-needed' || Boolean(refusal.field?.startsWith(PREFIX))
}

/** What the form asks next: the mail with its code is on its way by then. Null when no mail may be sent any more. */
export async function stepUpAsk(values: Readonly<Record<string, string>>): Promise<Result<StepUpAsk>> {
  const actor = await currentActor()
  if (actor.kind !== 'user') return refuse('sign-in-needed')
  const begun = await execute(beginStepUp, { again: false }, { actor, requestId: await requestId() })
  if (!begun.ok) return begun
  const { way } = begun.value
  const until = systemClock.now().getTime() + KEPT_MS
  const kept: Kept = { userId: actor.userId, until, values }
  const [t, email] = [await getTranslations('account'), (await currentSession())?.user.email ?? '']
  const demo = await demoHelp(way, actor.userId)
  const ask: StepUpAsk = {
    kept: seal(PURPOSE, JSON.stringify(kept)),
    title: t('stepUp.title'),
    lead: way === 'mail' ? t('stepUp.leadMail', { email }) : t('stepUp.leadFactor'),
    questions: await questions(way),
    submit: t('stepUp.submit'),
    pending: t('pending'),
    back: t('stepUp.back'),
    ...(way === 'mail' && { again: t('stepUp.again') }),
    ...(demo && { demo }),
  }
  return { ok: true, value: ask }
}

async function questions(way: StepUpWay): Promise<StepUpQuestion[]> {
  const t = await getTranslations('account')
  const code = { name: `${PREFIX}code`, label: t('fields.code'), autoComplete: 'one-time-code' } as const
  if (way === 'second-factor') return [{ ...code, hint: t('fields.codeHint') }]
  return [
    {
      name: `${PREFIX}password`,
      label: t('fields.password'),
      type: 'password',
      autoComplete: 'current-password',
    },
    { ...code, hint: t('stepUp.codeHint'), inputMode: 'numeric' },
  ]
}

async function demoHelp(way: StepUpWay, userId: string): Promise<StepUpAsk['demo'] | null> {
  const t = await getTranslations('account.demo')
  if (way === 'mail') {
    const mailbox = demoMailboxUrl()
    return mailbox ? { text: t('mailbox'), mailbox } : null
  }
  const code = await demoCode(userId)
  return code ? { text: t('code'), code } : null
}
