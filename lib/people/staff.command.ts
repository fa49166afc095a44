import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { dropSecondFactor } from './second-factor.store'
import { type RoleInput, roleInput } from './staff.input'

/**
 * Gives the holder of an account a role. Only a confirmed address counts, because anybody can open an account
 * in another's name. Their sessions end: staff sign in with a second factor, and for a shorter time.
 * `changed` is false when they had the role.
 */
export const grantRole = defineCommand({
  name: 'people.grant-role',
  permit: may('staff.appoint'),
  input: roleInput,
  async run(uow, { email, role }: RoleInput) {
    const user = await lockUser(uow, email)
    if (!user) return refuse('not-found', { field: 'email' })
    if (!user.emailVerified) return refuse('email-not-confirmed', { field: 'email' })
    if (user.roles.some((grant) => grant.role === role)) return ok({ userId: user.id, changed: false })
    await uow.tx.roleGrant.create({ data: { userId: user.id, role, grantedAt: uow.systemNow } })
    await endSessions(uow, user.id, 'people.grant-role', role)
    return ok({ userId: user.id, changed: true })
  },
})

/**
 * Takes a role back and ends the sessions. With the last role the second factor goes too, so that whoever
 * lost theirs sets up a new one after the next grant. `changed` is false when they did not have the role.
 */
export const revokeRole = defineCommand({
  name: 'people.revoke-role',
  permit: may('staff.appoint'),
  input: roleInput,
  async run(uow, { email, role }: RoleInput) {
    const user = await lockUser(uow, email)
    if (!user) return refuse('not-found', { field: 'email' })
    const { count } = await uow.tx.roleGrant.deleteMany({ where: { userId: user.id, role } })
    if (count === 0) return ok({ userId: user.id, changed: false })
    if (user.roles.length === 1) await dropSecondFactor(uow, user.id)
    await endSessions(uow, user.id, 'people.revoke-role', role)
    return ok({ userId: user.id, changed: true })
  },
})

async function lockUser(uow: UnitOfWork, email: string) {
  await uow.tx.$queryRaw`SELECT 1 FROM app_user WHERE email = ${email} FOR UPDATE`
  return uow.tx.user.findUnique({ where: { email }, include: { roles: true } })
}

async function endSessions(uow: UnitOfWork, userId: string, action: string, role: string): Promise<void> {
  await uow.tx.session.deleteMany({ where: { userId } })
  await recordAudit(uow, { action, subjectType: 'user', subjectId: userId, data: { role } })
}
