/** What the webhook's route calls. */
import { paymentProvider } from '../charge/connect'
import type { WebhookHeaders } from '../charge/provider'
import { systemClock } from '@/lib/kernel/clock'
import { ok, type Result } from '@/lib/kernel/result'
import { execute } from '@/lib/platform/define-command'
import { log } from '@/lib/platform/log'
import { processProviderEvent } from './process.command'
import { storeProviderEvent } from './store.command'

/**
 * Takes a webhook in: verified, stored, then processed at once if that works; if not, its job does it. An `ok`
 * means stored, and only then may the route answer 2xx. Refuses `webhook-signature` and
 * `webhook-unreadable` (answer 400). Throws when it could not be stored (answer 500: the provider repeats it).
 */
export async function receiveWebhook(
  rawBody: string,
  headers: WebhookHeaders,
): Promise<Result<{ eventId: string }>> {
  const provider = paymentProvider()
  const message = provider.verifyWebhook(rawBody, headers, systemClock.now())
  if (!message.ok) return message
  const actor = { kind: 'provider' } as const
  const stored = await execute(storeProviderEvent, { provider: provider.name, ...message.value }, { actor })
  if (!stored.ok) return stored
  try {
    const processed = await execute(processProviderEvent, stored.value, { actor })
    if (!processed.ok)
      log().warn({ ...stored.value, refusal: processed.refusal.code }, 'provider event waits')
  } catch (error) {
    log().warn({ ...stored.value, cause: String(error) }, 'provider event waits')
  }
  return ok(stored.value)
}
