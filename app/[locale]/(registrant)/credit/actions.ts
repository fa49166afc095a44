'use server'
import { revalidatePath } from 'next/cache'
import { getLocale } from 'next-intl/server'
import { minorDigits } from '@/components/billing/amount-typed'
import { removeCard } from '@/lib/billing/charge/card.command'
import { requestPayout } from '@/lib/billing/refund/payout.command'
import { topUp } from '@/lib/billing/top-up/top-up.command'
import { redirectTo } from '@/lib/i18n/redirect'
import { type Currency, isCurrency } from '@/lib/kernel/money'
import { type FormState, formValues, refusedForm, runAction } from '@/lib/web/run-action'
import { readHeavyForm } from '@/lib/web/step-up'

/** Asks for credit to be paid out, with a proof of who asks. */
export async function askPayout(currency: Currency, before: FormState, form: FormData): Promise<FormState> {
  const { values, proof } = await readHeavyForm(formValues(form))
  const amount = minorDigits(values.amount ?? '', currency)
  const asked = await runAction(requestPayout, { amount, currency }, { proof })
  if (!asked.ok) return refusedForm(asked.refusal, values, before)
  revalidatePath('/', 'layout')
  return redirectTo('/credit')
}

/** Opens the provider's page on which credit is paid in; the page of the credit then shows the way there. */
export async function payIn(before: FormState, form: FormData): Promise<FormState> {
  const values = formValues(form)
  const { amount: typed = '', currency = '' } = values
  const amount = isCurrency(currency) ? minorDigits(typed, currency) : typed
  const opened = await runAction(topUp, { amount, currency, locale: await getLocale() })
  if (!opened.ok) return refusedForm(opened.refusal, values, before)
  revalidatePath('/', 'layout')
  return redirectTo('/credit#pay-in')
}

/** Has a kept card forgotten, here and at the payment provider. */
export async function forgetCard(paymentMethodId: string, before: FormState): Promise<FormState> {
  const removed = await runAction(removeCard, { paymentMethodId })
  if (!removed.ok) return refusedForm(removed.refusal, {}, before)
  revalidatePath('/', 'layout')
  return redirectTo('/credit')
}
