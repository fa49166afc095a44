/** A user's second factor: the authenticator's secret and the recovery codes that stand in for it. */
import { newId } from '@/lib/kernel/ids'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import type { Tx } from '@/lib/platform/db'
import { unseal } from '@/lib/platform/seal'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { newRecoveryCode, RECOVERY_CODES, recoveryCodeHash } from './recovery-code'
import { acceptedStep } from './totp.rule'

/** Whether a user has a second factor that was confirmed by a code. */
export async function hasSecondFactor(tx: Tx, userId: string): Promise<boolean> {
  return (await tx.totpSecret.count({ where: { userId, confirmedAt: { not: null } } })) > 0
}

/**
 * Uses a code up: one of the authenticator (each step works once) or a recovery code. The first right code of the
 * authenticator confirms its secret. Refuses `second-factor-missing` and `code-wrong`.
 */
export async function spendFactorCode(
  uow: UnitOfWork,
  userId: string,
  code: string,
): Promise<Result<{ by: 'authenticator' | 'recovery-code'; isFirst: boolean }>> {
  await uow.tx.$queryRaw`SELECT 1 FROM totp_secret WHERE user_id = ${userId}::uuid FOR UPDATE`
  const totp = await uow.tx.totpSecret.findUnique({ where: { userId } })
  if (!totp) return refuse('second-factor-missing')
  if (!/^\d{6}$/.test(code)) {
    const used = totp.confirmedAt !== null && (await spendRecoveryCode(uow, userId, code))
    return used ? ok({ by: 'recovery-code', isFirst: false }) : refuse('code-wrong', { field: 'code' })
  }
  const step = acceptedStep(unseal('totp', totp.secret), code, uow.systemNow, totp.lastStep)
  if (step === null) return refuse('code-wrong', { field: 'code' })
  await uow.tx.totpSecret.update({
    where: { userId },
    data: { lastStep: step, confirmedAt: totp.confirmedAt ?? uow.systemNow },
  })
  return ok({ by: 'authenticator', isFirst: totp.confirmedAt === null })
}

async function spendRecoveryCode(uow: UnitOfWork, userId: string, code: string): Promise<boolean> {
  const { count } = await uow.tx.recoveryCode.updateMany({
    where: { userId, codeHash: recoveryCodeHash(code), usedAt: null },
    data: { usedAt: uow.systemNow },
  })
  return count === 1
}

/** Makes new recovery codes; the earlier ones stop working. The codes are shown once and kept as hashes. */
export async function replaceRecoveryCodes(uow: UnitOfWork, userId: string): Promise<readonly string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode)
  await uow.tx.recoveryCode.deleteMany({ where: { userId } })
  await uow.tx.recoveryCode.createMany({
    data: codes.map((code) => ({
      id: newId(),
      userId,
      codeHash: recoveryCodeHash(code),
      createdAt: uow.systemNow,
    })),
  })
  return codes
}

/** Takes a user's second factor away, with its recovery codes. */
export async function dropSecondFactor(uow: UnitOfWork, userId: string): Promise<void> {
  await uow.tx.recoveryCode.deleteMany({ where: { userId } })
  await uow.tx.totpSecret.deleteMany({ where: { userId } })
}
