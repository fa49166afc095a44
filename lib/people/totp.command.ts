import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { actorUserId } from '@/lib/kernel/actor'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { takePoint } from '@/lib/platform/rate-limit'
import { seal, unseal } from '@/lib/platform/seal'
import { codeInput, nothingInput } from './account.input'
import { openSession } from './session.store'
import { acceptedStep, newTotpSecret } from './totp.rule'

const PER_ACCOUNT = { name: 'totp', points: 10, seconds: 900 }

/** Prepares a second factor for a member of staff who has none yet; confirmed by the first right code. */
export const enrolTotp = defineCommand({
  name: 'people.enrol-totp',
  permit: may('staff.second-factor'),
  input: nothingInput,
  async run(uow) {
    const userId = actorUserId(uow.actor) ?? ''
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
    await uow.tx.$queryRaw`SELECT 1 FROM totp_secret WHERE user_id = ${userId}::uuid FOR UPDATE`
    const totp = await uow.tx.totpSecret.findUnique({ where: { userId } })
    if (!totp) return refuse('second-factor-missing')
    const step = acceptedStep(unseal('totp', totp.secret), code, uow.systemNow, totp.lastStep)
    if (step === null) return refuse('code-wrong', { field: 'code' })
    await uow.tx.totpSecret.update({
      where: { userId },
      data: { lastStep: step, confirmedAt: totp.confirmedAt ?? uow.systemNow },
    })
    const weak = await uow.tx.session.findFirst({ where: { id: sessionId, userId } })
    if (!weak) return refuse('not-found')
    await uow.tx.session.delete({ where: { id: weak.id } })
    const session = await openSession(uow, {
      id: userId,
      staff: true,
      secondFactorAt: uow.systemNow,
      userAgent: weak.userAgent,
    })
    await recordAudit(uow, { action: 'people.pass-second-factor', subjectType: 'user', subjectId: userId })
    return ok(session)
  },
})
