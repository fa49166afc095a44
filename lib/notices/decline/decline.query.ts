import { db } from '@/lib/platform/db'
import { recipientOf, wantsEarly } from './early.store'
import { readDeclineToken } from './link'

/** What the page behind a reminder's link shows. */
export interface DeclineView {
  /** The address with its name hidden, as the link may have been passed on. */
  readonly address: string
  readonly isOn: boolean
}

/** The choice of the recipient for whom a token stands; null when it is none of ours. */
export async function declineView(token: string): Promise<DeclineView | null> {
  const messageId = readDeclineToken(token)
  const recipient = messageId && (await recipientOf(db(), messageId))
  if (!recipient) return null
  return { address: hidden(recipient.address), isOn: await wantsEarly(db(), recipient) }
}

function hidden(address: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, 1)}•••${address.slice(at)}`
}
