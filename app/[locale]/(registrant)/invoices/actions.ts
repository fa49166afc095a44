'use server'
import { revalidatePath } from 'next/cache'
import { getLocale } from 'next-intl/server'
import { openCheckout } from '@/lib/billing/charge/checkout.command'
import { payFromCredit } from '@/lib/billing/invoice/pay-from-credit.command'
import { redirectTo } from '@/lib/i18n/redirect'
import { refuse } from '@/lib/kernel/result'
import { type FormState, refusedForm, runAction } from '@/lib/web/run-action'

/** Opens the provider's page for an invoice; the payment page then shows the way there. */
export async function preparePayment(invoiceId: string, before: FormState): Promise<FormState> {
  const opened = await runAction(openCheckout, { invoiceId, locale: await getLocale() })
  if (!opened.ok) return refusedForm(opened.refusal, {}, before)
  revalidatePath('/', 'layout')
  return redirectTo(`/invoices/${invoiceId}/pay`)
}

/** Has an invoice paid from the credit that covers it. */
export async function payInvoiceFromCredit(invoiceId: string, before: FormState): Promise<FormState> {
  const settled = await runAction(payFromCredit, { invoiceIds: [invoiceId] })
  if (!settled.ok) return refusedForm(settled.refusal, {}, before)
  if (!settled.value.paid) return refusedForm(refuse('invoice-covered-by-credit').refusal, {}, before)
  revalidatePath('/', 'layout')
  return redirectTo(`/invoices/${invoiceId}`)
}
