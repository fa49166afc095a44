import { env } from '@/lib/platform/env'
import type { PaymentProvider } from './provider'
import { sandboxProvider } from './sandbox-provider'

/** The provider by which new payments are made. */
export function paymentProvider(): PaymentProvider {
  const { SANDBOX_PAY_URL: url, SANDBOX_PAY_KEY: apiKey, SANDBOX_PAY_WEBHOOK_SECRET: webhookSecret } = env()
  return sandboxProvider({ url, apiKey, webhookSecret })
}
