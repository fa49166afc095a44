'use server'
import { revalidatePath } from 'next/cache'
import { getLocale } from 'next-intl/server'
import { openCheckout } from '@/lib/billing/charge/checkout.command'
import { redirectTo } from '@/lib/i18n/redirect'
import { type FormState, refusedForm, runAction } from '@/lib/web/run-action'

/** Opens the provider's page for an invoice; the payment page then shows the way there. */
export async function preparePayment(invoiceId: string, before: FormState): Promise<FormState> {
  const opened = await runAction(openCheckout, { invoiceId, locale: await getLocale() })
  if (!opened.ok) return refusedForm(opened.refusal, {}, before)
  revalidatePath('/', 'layout')
  return redirectTo(`/invoices/${invoiceId}/pay`)
}
