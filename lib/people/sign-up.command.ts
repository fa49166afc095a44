import { may } from '@/lib/access/permissions'
import { queueMessage } from '@/lib/audit/outbox'
import { recordAudit } from '@/lib/audit/record'
import type { Actor } from '@/lib/kernel/actor'
import { newId } from '@/lib/kernel/ids'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { takePoint } from '@/lib/platform/rate-limit'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { emailInput, type SignUpInput, signUpInput, tokenInput } from './account.input'
import { hashPassword } from './password'
import { makeToken, spendToken } from './token.store'

const PER_ADDRESS = { name: 'sign-up', points: 20, seconds: 3600 }
const PER_MAILBOX = { name: 'account-mail', points: 5, seconds: 3600 }

function addressOf(actor: Actor): string {
  return 'address' in actor ? actor.address : actor.kind
}

/**
 * Opens an account and sends the link that confirms its mail address. An address that has an account already
 * gets the same answer here and a mail that says so: nobody learns who has an account.
 */
export const signUp = defineCommand({
  name: 'people.sign-up',
  permit: may('account.open'),
  input: signUpInput,
  limit: (actor) => takePoint(PER_ADDRESS, [addressOf(actor)]),
  async run(uow, input: SignUpInput) {
    const known = await uow.tx.user.findUnique({ where: { email: input.email } })
    if (known) {
      await queueMessage(uow, accountMail(uow, known.id, 'account-exists', {}))
      return ok({ email: input.email })
    }
    const id = newId()
    await uow.tx.user.create({
      data: {
        id,
        email: input.email,
        name: input.name,
        locale: input.locale,
        passwordHash: await hashPassword(input.password),
        passwordChangedAt: uow.systemNow,
        createdAt: uow.now,
      },
    })
    await sendVerification(uow, id)
    await recordAudit(uow, { action: 'people.sign-up', subjectType: 'user', subjectId: id })
    return ok({ email: input.email })
  },
})

/** Sends the confirming link once more; the same answer whether there is such an account or not. */
export const resendVerification = defineCommand({
  name: 'people.resend-verification',
  permit: may('account.open'),
  input: emailInput,
  limit: (_actor, { email }) => takePoint(PER_MAILBOX, [email]),
  async run(uow, { email }) {
    const user = await uow.tx.user.findUnique({ where: { email } })
    if (user && !user.emailVerified) {
      await sendVerification(uow, user.id)
      await recordAudit(uow, {
        action: 'people.resend-verification',
        subjectType: 'user',
        subjectId: user.id,
      })
    }
    return ok({ email })
  },
})

/** Confirms the mail address whose link was opened. */
export const verifyEmail = defineCommand({
  name: 'people.verify-email',
  permit: may('account.open'),
  input: tokenInput,
  async run(uow, { token }) {
    const used = await spendToken(uow, token, 'VERIFY_EMAIL')
    if (!used.ok) return refuse('link-invalid')
    await uow.tx.user.update({ where: { id: used.value }, data: { emailVerified: uow.systemNow } })
    await recordAudit(uow, { action: 'people.verify-email', subjectType: 'user', subjectId: used.value })
    return ok({ userId: used.value })
  },
})

async function sendVerification(uow: UnitOfWork, userId: string): Promise<void> {
  const token = await makeToken(uow, userId, 'VERIFY_EMAIL')
  await queueMessage(uow, accountMail(uow, userId, 'verify-email', { path: `/verify?token=${token}` }))
}

/** A message about the account itself; `path` is the page that its link opens. */
export function accountMail(
  uow: UnitOfWork,
  userId: string,
  template: string,
  params: Readonly<Record<string, string>>,
) {
  const dedupeKey = `${template}:${userId}:${uow.systemNow.getTime()}`
  return { userId, template, params, subjectType: 'user', subjectId: userId, dedupeKey }
}
