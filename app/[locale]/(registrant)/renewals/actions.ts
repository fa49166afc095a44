'use server'
import { revalidatePath } from 'next/cache'
import { getLocale } from 'next-intl/server'
import { chosenHref, isSameChoice, readYears } from '@/components/renewals/chosen-address'
import { payInvoices } from '@/lib/billing/charge/checkout.command'
import { payFromCredit } from '@/lib/billing/invoice/pay-from-credit.command'
import { askRenewal } from '@/lib/domains/renew/ask.command'
import { setAutoRenew } from '@/lib/domains/renew/auto-renew.command'
import { renewalView } from '@/lib/domains/renew/renewal.query'
import { redirectTo } from '@/lib/i18n/redirect'
import { type Refusal, refuse } from '@/lib/kernel/result'
import { type FormState, formValues, refusedForm, runAction } from '@/lib/web/run-action'
import { requireActor } from '@/lib/web/session'

interface Item {
  domainId: string
  years: number
}

/** What was shown of the names of one currency, and the choice of those of others. */
interface Quoted {
  items: readonly Item[]
  others: readonly (readonly [id: string, years: number | undefined])[]
}

/** Renews one name for the years of the button that was pressed, and goes on to the payment. */
export async function renewOne(domainId: string, before: FormState, form: FormData): Promise<FormState> {
  const { years, key } = formValues(form)
  return renew([{ domainId, years: Number(years) }], { key: `${key}:${years}`, before })
}

/**
 * Renews the names of a form for the amount that was shown. Years that were changed since are calculated first, as
 * are those of the button that asks for it.
 */
export async function renewMany(
  { items, others }: Quoted,
  before: FormState,
  form: FormData,
): Promise<FormState> {
  const values = formValues(form)
  const chosen = readYears(values)
  const shown = new Map(items.map(({ domainId, years }) => [domainId, years]))
  if (values.intent !== 'renew' || !isSameChoice(chosen, shown)) {
    return redirectTo(chosenHref('/names/renew', new Map([...chosen, ...others])))
  }
  return renew(items, { key: values.key ?? '', before })
}

async function renew(
  items: readonly Item[],
  { key, before }: { key: string; before: FormState },
): Promise<FormState> {
  const asked = await runAction(askRenewal, { items }, { idempotencyKey: key })
  if (!asked.ok) return refusedForm(asked.refusal, {}, before)
  const { renewalId } = asked.value
  // Without the provider's page the renewal's own page offers to open it.
  await openPayment(renewalId)
  revalidatePath('/', 'layout')
  return redirectTo(`/renewals/${renewalId}`)
}

/** Opens the provider's page for what is open of a renewal; its page then shows the way there. */
export async function payRenewal(renewalId: string, before: FormState): Promise<FormState> {
  const refusal = await openPayment(renewalId)
  if (refusal) return refusedForm(refusal, {}, before)
  revalidatePath('/', 'layout')
  return redirectTo(`/renewals/${renewalId}`)
}

/** Has what is open of a renewal paid from the credit that covers it. */
export async function payRenewalFromCredit(renewalId: string, before: FormState): Promise<FormState> {
  const actor = await requireActor(`/renewals/${renewalId}`)
  const renewal = await renewalView(actor, renewalId)
  if (renewal?.toPay) {
    const { invoiceIds } = renewal.toPay
    const settled = await runAction(payFromCredit, { invoiceIds })
    if (!settled.ok) return refusedForm(settled.refusal, {}, before)
    if (!settled.value.paid) return refusedForm(refuse('invoice-covered-by-credit').refusal, {}, before)
  }
  revalidatePath('/', 'layout')
  return redirectTo(`/renewals/${renewalId}`)
}

async function openPayment(renewalId: string): Promise<Refusal | undefined> {
  const actor = await requireActor(`/renewals/${renewalId}`)
  const renewal = await renewalView(actor, renewalId)
  if (!renewal?.toPay) return undefined
  const { invoiceIds } = renewal.toPay
  const offerCard = renewal.registrant === null
  const visit = { invoiceIds, locale: await getLocale(), back: `/renewals/${renewalId}`, offerCard }
  const opened = await runAction(payInvoices, visit)
  return opened.ok ? undefined : opened.refusal
}

/** Turns a name's renewing by itself on or off. */
export async function changeAutoRenew(
  { domainId, nameAscii }: { domainId: string; nameAscii: string },
  before: FormState,
  form: FormData,
): Promise<FormState> {
  const values = formValues(form)
  const changed = await runAction(setAutoRenew, { domainId, autoRenew: values.autoRenew })
  if (!changed.ok) return refusedForm(changed.refusal, values, before)
  revalidatePath('/', 'layout')
  return redirectTo(`/names/${encodeURIComponent(nameAscii)}/renew#auto`)
}
