/** The way out of early reminders that stands in each of them: a sealed token, and what mail programs make of it. */
import { localPath } from '@/lib/i18n/locale'
import { isId } from '@/lib/kernel/ids'
import { env } from '@/lib/platform/env'
import { seal, unseal } from '@/lib/platform/seal'

const PURPOSE = 'decline-notices'

/** A token that stands for the recipient of a message and holds nothing about them. */
export function declineToken(messageId: string): string {
  return seal(PURPOSE, messageId)
}

/** The message whose recipient a token stands for; null when it is none of ours. */
export function readDeclineToken(token: string): string | null {
  try {
    const messageId = unseal(PURPOSE, token)
    return isId(messageId) ? messageId : null
  } catch {
    return null
  }
}

/** What the mail of a reminder that can be declined carries: headers for the mail program, a link for its reader. */
export interface Decline {
  readonly link: string
  readonly headers: Readonly<Record<string, string>>
}

/** R-NS-27: only what is told earlier than the invitation can be declined; undefined for everything else. */
export function declineOf(message: {
  readonly id: string
  readonly locale: string
  readonly params: unknown
}): Decline | undefined {
  const { why } = message.params as { why?: string }
  if (why !== 'early') return undefined
  const token = declineToken(message.id)
  const { APP_URL } = env()
  return {
    link: `${APP_URL}${localPath(message.locale, `/unsubscribe?token=${token}`)}`,
    // RFC 2369, RFC 8058 §3.1: one click, without a page.
    headers: {
      'List-Unsubscribe': `<${APP_URL}/api/unsubscribe/${token}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  }
}
