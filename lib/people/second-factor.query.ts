/** How a user stands with the second factor. */
import { db } from '@/lib/platform/db'
import { unseal } from '@/lib/platform/seal'
import { totpUri } from './totp.rule'

/** The secret is shown only until its first right code: after that nobody sees it again. */
export type SecondFactorView =
  | { readonly kind: 'none' }
  | { readonly kind: 'to-confirm'; readonly secret: string; readonly uri: string }
  | { readonly kind: 'set'; readonly since: Date; readonly codesLeft: number }

/** The user's own second factor. */
export async function secondFactorView(userId: string, email: string): Promise<SecondFactorView> {
  const totp = await db().totpSecret.findUnique({ where: { userId } })
  if (!totp) return { kind: 'none' }
  if (totp.confirmedAt) {
    const codesLeft = await db().recoveryCode.count({ where: { userId, usedAt: null } })
    return { kind: 'set', since: totp.confirmedAt, codesLeft }
  }
  const secret = unseal('totp', totp.secret)
  return { kind: 'to-confirm', secret, uri: totpUri(secret, email) }
}
