/** What of a mail server's answers a mail can recover from. */

/** As much of a failure as the mail client tells. */
interface MailFailure {
  readonly code?: string
  readonly command?: string
  readonly responseCode?: number
}

/**
 * R-NS-17: a permanent no to the recipient or to the mail for them, before or after its text, and the message has
 * failed for good (RFC 5321 §4.2.1: any 5yz); everything else may go better later, such as a sender or a sign-in that
 * the portal's own mail server refuses.
 */
export function isRefusedForGood(failure: unknown): boolean {
  const { code, command, responseCode = 0 } = (failure ?? {}) as MailFailure
  if (responseCode < 500 || responseCode > 599) return false
  return (code === 'EENVELOPE' && command !== 'MAIL FROM') || code === 'EMESSAGE'
}
