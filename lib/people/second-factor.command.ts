/** A user's own second factor: set up, confirmed, its recovery codes made anew, removed. */
import { may } from '@/lib/access/permissions'
import { queueMessage } from '@/lib/audit/outbox'
import { recordAudit } from '@/lib/audit/record'
import { actorUserId } from '@/lib/kernel/actor'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { takePoint } from '@/lib/platform/rate-limit'
import { seal } from '@/lib/platform/seal'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { codeInput, nothingInput, removeFactorInput } from './account.input'
import { passwordFits } from './password'
import {
  dropSecondFactor,
  hasSecondFactor,
  replaceRecoveryCodes,
  spendFactorCode,
} from './second-factor.store'
import { accountMail } from './sign-up.command'
import { newTotpSecret } from './totp.rule'

const PER_ACCOUNT = { name: 'totp', points: 10, seconds: 900 }
const REMOVALS = { name: 'remove-second-factor', points: 10, seconds: 900 }

/** Makes the secret of a second factor, a new one each time; it counts from its first right code on. */
export const beginSecondFactor = defineCommand({
  name: 'people.begin-second-factor',
  permit: may('account.use'),
  input: nothingInput,
  stepUp: true,
  async run(uow) {
    const userId = actorUserId(uow.actor) ?? ''
    if (await hasSecondFactor(uow.tx, userId)) return refuse('second-factor-exists')
    const secret = seal('totp', newTotpSecret())
    await uow.tx.totpSecret.upsert({
      where: { userId },
      create: { userId, secret, lastStep: 0n },
      update: { secret, lastStep: 0n },
    })
    await recordAudit(uow, { action: 'people.begin-second-factor', subjectType: 'user', subjectId: userId })
    return ok({ userId })
  },
})

/**
 * Confirms the second factor by its first code. This session has passed it then; every other session of the user
 * is asked for it. Returns the recovery codes, which nobody sees again.
 */
export const confirmSecondFactor = defineCommand({
  name: 'people.confirm-second-factor',
  permit: may('account.use'),
  input: codeInput,
  limit: (actor) => takePoint(PER_ACCOUNT, [actorUserId(actor) ?? '']),
  async run(uow, { sessionId, code }) {
    const userId = actorUserId(uow.actor) ?? ''
    if (await hasSecondFactor(uow.tx, userId)) return refuse('second-factor-exists')
    const spent = await spendFactorCode(uow, userId, code)
    if (!spent.ok) return spent
    const { count } = await uow.tx.session.updateMany({
      where: { id: sessionId, userId },
      data: { secondFactorAt: uow.systemNow, steppedUpAt: uow.systemNow },
    })
    if (count === 0) return refuse('not-found')
    const codes = await replaceRecoveryCodes(uow, userId)
    await tell(uow, userId, 'people.confirm-second-factor', 'second-factor-set')
    return ok({ codes })
  },
})

/** New recovery codes; the earlier ones stop working. */
export const renewRecoveryCodes = defineCommand({
  name: 'people.renew-recovery-codes',
  permit: may('account.use'),
  input: nothingInput,
  stepUp: true,
  async run(uow) {
    const userId = actorUserId(uow.actor) ?? ''
    if (!(await hasSecondFactor(uow.tx, userId))) return refuse('second-factor-missing')
    const codes = await replaceRecoveryCodes(uow, userId)
    await recordAudit(uow, { action: 'people.renew-recovery-codes', subjectType: 'user', subjectId: userId })
    return ok({ codes })
  },
})

/** Removes the second factor, by password besides the proof. Staff keep theirs: they need it to sign in. */
export const removeSecondFactor = defineCommand({
  name: 'people.remove-second-factor',
  permit: may('account.use'),
  input: removeFactorInput,
  stepUp: true,
  limit: (actor) => takePoint(REMOVALS, [actorUserId(actor) ?? '']),
  async run(uow, { password }) {
    const userId = actorUserId(uow.actor) ?? ''
    const user = await uow.tx.user.findUniqueOrThrow({ where: { id: userId }, include: { roles: true } })
    if (user.roles.length > 0) return refuse('second-factor-required')
    if (!(await hasSecondFactor(uow.tx, userId))) return refuse('second-factor-missing')
    if (!(await passwordFits(password, user.passwordHash))) {
      return refuse('password-wrong', { field: 'password' })
    }
    await dropSecondFactor(uow, userId)
    await uow.tx.session.updateMany({ where: { userId }, data: { secondFactorAt: null, steppedUpAt: null } })
    await tell(uow, userId, 'people.remove-second-factor', 'second-factor-removed')
    return ok({ userId })
  },
})

async function tell(uow: UnitOfWork, userId: string, action: string, template: string): Promise<void> {
  await queueMessage(uow, accountMail(uow, userId, template, {}))
  await recordAudit(uow, { action, subjectType: 'user', subjectId: userId })
}
