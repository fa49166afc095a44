/** What the database tests of people share: accounts with and without a second factor, codes as people see them. */
import type { UserActor } from '@/lib/kernel/actor'
import { systemClock } from '@/lib/kernel/clock'
import { newId } from '@/lib/kernel/ids'
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { unseal } from '@/lib/platform/seal'
import { hashPassword } from './password'
import { beginSecondFactor, confirmSecondFactor } from './second-factor.command'
import { signIn } from './sign-in.command'
import { totpCode } from './totp.rule'

export const PASSWORD = 'a sentence to remember'
export interface Account {
  readonly actor: UserActor
  readonly email: string
  readonly sessionId: string
}

/** A registrant, signed in by the password alone. */
export async function account(): Promise<Account> {
  const [userId, createdAt] = [newId(), systemClock.now()]
  const passwordHash = await hashPassword(PASSWORD)
  const email = `${userId}@example.com`
  await db().user.create({
    data: {
      id: userId,
      email,
      name: 'Lê Thị Thử',
      locale: 'en',
      passwordHash,
      createdAt,
      emailVerified: createdAt,
    },
  })
  const { sessionId } = must(
    await execute(signIn, { email, password: PASSWORD }, { actor: { kind: 'visitor', address: userId } }),
  )
  return {
    actor: { kind: 'user', userId, roles: [], address: userId, secondFactor: false },
    email,
    sessionId,
  }
}

/** The same person with a fresh proof. */
export const proven = ({ actor }: Account): UserActor => ({ ...actor, steppedUpAt: systemClock.now() })
export const by = (actor: UserActor) => ({ actor })

/** The code that the authenticator shows; steps used already are given free again. */
export async function shownCode({ actor }: Account): Promise<string> {
  const { secret } = await db().totpSecret.update({ where: { userId: actor.userId }, data: { lastStep: 0n } })
  return totpCode(unseal('totp', secret), systemClock.now())
}

/** A registrant with a second factor, and their recovery codes. */
export async function withFactor(): Promise<Account & { codes: readonly string[] }> {
  const made = await account()
  must(await execute(beginSecondFactor, {}, by(proven(made))))
  const input = { sessionId: made.sessionId, code: await shownCode(made) }
  const { codes } = must(await execute(confirmSecondFactor, input, by(made.actor)))
  return { ...made, codes }
}

/** The code that was mailed last. */
export async function mailedCode({ actor }: Account): Promise<string> {
  const mails = await db().message.findMany({
    where: { userId: actor.userId, template: 'step-up-code' },
    orderBy: { id: 'desc' },
  })
  return (mails[0]?.params as { code: string }).code
}

export const templatesTo = async ({ actor }: Account) =>
  (await db().message.findMany({ where: { userId: actor.userId }, orderBy: { id: 'asc' } })).map(
    (mail) => mail.template,
  )
export const sessionOf = ({ sessionId }: Account) =>
  db().session.findUniqueOrThrow({ where: { id: sessionId } })
