/** Links sent by mail: random, kept as a hash, usable once, for a limited time. */
import { newId, newSecret } from '@/lib/kernel/ids'
import { refuse, type Result } from '@/lib/kernel/result'
import type { TokenKind } from '@/lib/platform/generated/enums'
import { sha256 } from '@/lib/platform/seal'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'

const HOURS: Readonly<Record<TokenKind, number>> = { VERIFY_EMAIL: 48, RESET_PASSWORD: 1 }

/** Makes a link's token; earlier unused ones of its kind stop working. Returns the secret, shown once. */
export async function makeToken(uow: UnitOfWork, userId: string, kind: TokenKind): Promise<string> {
  const secret = newSecret()
  await uow.tx.oneTimeToken.deleteMany({ where: { userId, kind, usedAt: null } })
  await uow.tx.oneTimeToken.create({
    data: {
      id: newId(),
      kind,
      tokenHash: sha256(secret),
      userId,
      createdAt: uow.systemNow,
      expiresAt: new Date(uow.systemNow.getTime() + HOURS[kind] * 3_600_000),
    },
  })
  return secret
}

/** Uses a token up; the id of its user, or `link-invalid` when it is unknown, used or too old. */
export async function spendToken(uow: UnitOfWork, secret: string, kind: TokenKind): Promise<Result<string>> {
  const used = await uow.tx.oneTimeToken.updateManyAndReturn({
    where: { tokenHash: sha256(secret), kind, usedAt: null, expiresAt: { gt: uow.systemNow } },
    data: { usedAt: uow.systemNow },
    select: { userId: true },
  })
  const found = used[0]
  return found ? { ok: true, value: found.userId } : refuse('link-invalid')
}
