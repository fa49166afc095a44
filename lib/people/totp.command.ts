import { may } from '@/lib/access/permissions'
import { queueMessage } from '@/lib/audit/outbox'
import { recordAudit } from '@/lib/audit/record'
import { actorUserId } from '@/lib/kernel/actor'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { takePoint } from '@/lib/platform/rate-limit'
import { seal } from '@/lib/platform/seal'
import { codeInput, nothingInput } from './account.input'
import { hasSecondFactor, spendFactorCode } from './second-factor.store'
import { openSession } from './session.store'
import { accountMail } from './sign-up.command'
import { newTotpSecret } from './totp.rule'

const PER_ACCOUNT = { name: 'totp', points: 10, seconds: 900 }

/** Prepares a second factor for a member of staff who has none yet; confirmed by the first right code. */
export const enrolTotp = defineCommand({
  name: 'people.enrol-totp',
  permit: may('staff.second-factor'),
  input: nothingInput,
  async run(uow) {
    const userId = actorUserId(uow.actor) ?? ''
    // Registrants set theirs up on the profile, after a proof of who they are.
    if (uow.actor.kind !== 'user' || uow.actor.roles.length === 0) return refuse('not-permitted')
    const known = await uow.tx.totpSecret.findUnique({ where: { userId } })
    if (known?.confirmedAt) return refuse('second-factor-exists')
    if (known) return ok({ userId })
    await uow.tx.totpSecret.create({ data: { userId, secret: seal('totp', newTotpSecret()), lastStep: 0n } })
    await recordAudit(uow, { action: 'people.enrol-totp', subjectType: 'user', subjectId: userId })
    return ok({ userId })
  },
})

/** Passes the second factor: the session without it ends, one with it begins (a stolen cookie stays weak). */
export const passSecondFactor = defineCommand({
  name: 'people.pass-second-factor',
  permit: may('staff.second-factor'),
  input: codeInput,
  limit: (actor) => takePoint(PER_ACCOUNT, [actorUserId(actor) ?? '']),
  async run(uow, { sessionId, code }) {
    const userId = actorUserId(uow.actor) ?? ''
    const isStaff = uow.actor.kind === 'user' && uow.actor.roles.some((role) => role !== 'RESELLER')
    const mayConfirm = uow.actor.kind === 'user' && uow.actor.roles.length > 0
    if (!mayConfirm && !(await hasSecondFactor(uow.tx, userId))) return refuse('second-factor-missing')
    const spent = await spendFactorCode(uow, userId, code)
    if (!spent.ok) return spent
    const weak = await uow.tx.session.findFirst({ where: { id: sessionId, userId } })
    if (!weak) return refuse('not-found')
    await uow.tx.session.delete({ where: { id: weak.id } })
    const session = await openSession(uow, {
      id: userId,
      staff: isStaff,
      secondFactorAt: uow.systemNow,
      userAgent: weak.userAgent,
    })
    if (spent.value.isFirst) await queueMessage(uow, accountMail(uow, userId, 'second-factor-set', {}))
    await recordAudit(uow, {
      action: 'people.pass-second-factor',
      subjectType: 'user',
      subjectId: userId,
      data: { by: spent.value.by },
    })
    return ok(session)
  },
})
