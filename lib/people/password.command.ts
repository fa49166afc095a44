import { may } from '@/lib/access/permissions'
import { queueMessage } from '@/lib/audit/outbox'
import { recordAudit } from '@/lib/audit/record'
import { actorUserId } from '@/lib/kernel/actor'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { takePoint } from '@/lib/platform/rate-limit'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { emailInput, passwordInput, resetInput } from './account.input'
import { hashPassword, passwordFits } from './password'
import { accountMail } from './sign-up.command'
import { makeToken, spendToken } from './token.store'

const PER_MAILBOX = { name: 'account-mail', points: 5, seconds: 3600 }
const PER_ACCOUNT = { name: 'change-password', points: 10, seconds: 900 }

/** Mails a link that sets a new password; the same answer whether there is such an account or not. */
export const requestReset = defineCommand({
  name: 'people.request-reset',
  permit: may('account.open'),
  input: emailInput,
  limit: (_actor, { email }) => takePoint(PER_MAILBOX, [email]),
  async run(uow, { email }) {
    const user = await uow.tx.user.findUnique({ where: { email } })
    if (user) {
      const token = await makeToken(uow, user.id, 'RESET_PASSWORD')
      await queueMessage(uow, accountMail(uow, user.id, 'reset-password', { path: `/reset?token=${token}` }))
      await recordAudit(uow, { action: 'people.request-reset', subjectType: 'user', subjectId: user.id })
    }
    return ok({ email })
  },
})

/** Sets a new password by the mailed link, and ends every session: whoever had the old one is out. */
export const resetPassword = defineCommand({
  name: 'people.reset-password',
  permit: may('account.open'),
  input: resetInput,
  async run(uow, { token, password }) {
    const used = await spendToken(uow, token, 'RESET_PASSWORD')
    if (!used.ok) return refuse('link-invalid')
    await setPassword(uow, used.value, password)
    await uow.tx.session.deleteMany({ where: { userId: used.value } })
    // The link reached the mailbox, so the address is confirmed with it.
    await uow.tx.user.updateMany({
      where: { id: used.value, emailVerified: null },
      data: { emailVerified: uow.systemNow },
    })
    return ok({ userId: used.value })
  },
})

/** Sets a new password for the signed-in user, who has just proved who they are; other sessions end. */
export const changePassword = defineCommand({
  name: 'people.change-password',
  permit: may('account.use'),
  input: passwordInput,
  stepUp: true,
  limit: (actor) => takePoint(PER_ACCOUNT, [actorUserId(actor) ?? '']),
  async run(uow, { current, password, sessionId }) {
    const userId = actorUserId(uow.actor) ?? ''
    const user = await uow.tx.user.findUniqueOrThrow({ where: { id: userId } })
    if (!(await passwordFits(current, user.passwordHash)))
      return refuse('password-wrong', { field: 'current' })
    await setPassword(uow, userId, password)
    await uow.tx.session.deleteMany({ where: { userId, id: { not: sessionId } } })
    return ok({ userId })
  },
})

async function setPassword(uow: UnitOfWork, userId: string, password: string): Promise<void> {
  await uow.tx.user.update({
    where: { id: userId },
    data: { passwordHash: await hashPassword(password), passwordChangedAt: uow.systemNow },
  })
  await queueMessage(uow, accountMail(uow, userId, 'password-changed', {}))
  await recordAudit(uow, { action: 'people.set-password', subjectType: 'user', subjectId: userId })
}
