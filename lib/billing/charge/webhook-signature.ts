/** Signatures of webhooks: HMAC-SHA256 over `timestamp.body`, in the header as `t=<seconds>,v1=<hex>`. */
import { createHmac, timingSafeEqual } from 'node:crypto'

export const SIGNATURE_HEADER = 'sandbox-pay-signature'

/** How far the sender's clock may be off before a message counts as replayed. */
export const TOLERANCE_SECONDS = 300

/** The header's value for a body sent at `now`. */
export function signWebhook(rawBody: string, secret: string, now: Date): string {
  const seconds = Math.floor(now.getTime() / 1000)
  return `t=${seconds},v1=${digest(rawBody, secret, seconds).toString('hex')}`
}

/** Whether the header signs this body, not longer ago (or ahead) than the tolerance. Compares in constant time. */
export function isSigned(rawBody: string, header: string | null, secret: string, now: Date): boolean {
  const match = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? '')
  if (!match) return false
  const seconds = Number(match[1])
  if (Math.abs(now.getTime() / 1000 - seconds) > TOLERANCE_SECONDS) return false
  return timingSafeEqual(Buffer.from(match[2] ?? '', 'hex'), digest(rawBody, secret, seconds))
}

function digest(rawBody: string, secret: string, seconds: number): Buffer {
  return createHmac('sha256', secret).update(`${seconds}.${rawBody}`).digest()
}
