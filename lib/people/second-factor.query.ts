/** How a member of staff stands with the second factor. */
import { db } from '@/lib/platform/db'
import { unseal } from '@/lib/platform/seal'
import { totpUri } from './totp.rule'

/** The secret is shown only until its first right code: after that nobody sees it again. */
export type SecondFactorView =
  | { readonly kind: 'none' }
  | { readonly kind: 'to-confirm'; readonly secret: string; readonly uri: string }
  | { readonly kind: 'set' }

/** The user's own second factor. */
export async function secondFactorView(userId: string, email: string): Promise<SecondFactorView> {
  const totp = await db().totpSecret.findUnique({ where: { userId } })
  if (!totp) return { kind: 'none' }
  if (totp.confirmedAt) return { kind: 'set' }
  const secret = unseal('totp', totp.secret)
  return { kind: 'to-confirm', secret, uri: totpUri(secret, email) }
}
