'use server'
import { revalidatePath } from 'next/cache'
import { acceptAuthorisation } from '@/lib/domains/authorise/accept.command'
import { giveUpAuthorisation, withdrawAuthorisation } from '@/lib/domains/authorise/end.command'
import { grantAuthorisation } from '@/lib/dossiers/authorise/grant.command'
import { redirectTo } from '@/lib/i18n/redirect'
import { type FormState, formValues, refusedForm, runAction } from '@/lib/web/run-action'
import { readHeavyForm } from '@/lib/web/step-up'

/** What the page has shown: the names and the written authorisation. */
interface Shown {
  domainIds: readonly string[]
  documentId: string
}

/** Authorises somebody to renew, with a proof of who authorises them. */
export async function grant(shown: Shown, before: FormState, form: FormData): Promise<FormState> {
  const { values, proof } = await readHeavyForm(formValues(form))
  const granted = await runAction(grantAuthorisation, { ...values, ...shown }, { proof })
  if (!granted.ok) return refusedForm(granted.refusal, values, before)
  revalidatePath('/', 'layout')
  return redirectTo('/names/authorisations?done=granted')
}

/** Takes an authorisation back and comes back to the page that it was done on. */
export async function withdraw(
  { authorisationId, back }: { authorisationId: string; back: string },
  before: FormState,
): Promise<FormState> {
  const withdrawn = await runAction(withdrawAuthorisation, { authorisationId })
  if (!withdrawn.ok) return refusedForm(withdrawn.refusal, {}, before)
  revalidatePath('/', 'layout')
  return redirectTo(back)
}

/** Accepts what is offered. */
export async function accept(authorisationId: string, before: FormState): Promise<FormState> {
  const accepted = await runAction(acceptAuthorisation, { authorisationId })
  if (!accepted.ok) return refusedForm(accepted.refusal, {}, before)
  revalidatePath('/', 'layout')
  return redirectTo(`/authorisations/${authorisationId}`)
}

/** Declines what is offered, or gives up what was accepted. */
export async function giveUp(authorisationId: string, before: FormState): Promise<FormState> {
  const ended = await runAction(giveUpAuthorisation, { authorisationId })
  if (!ended.ok) return refusedForm(ended.refusal, {}, before)
  revalidatePath('/', 'layout')
  return redirectTo(`/authorisations/${authorisationId}`)
}
