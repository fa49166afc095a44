import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { actorUserId } from '@/lib/kernel/actor'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { takePoint } from '@/lib/platform/rate-limit'
import { nothingInput, sessionInput, signInInput } from './account.input'
import { passwordFits } from './password'
import { openSession } from './session.store'

const PER_ACCOUNT = { name: 'sign-in', points: 10, seconds: 900 }
const PER_ADDRESS = { name: 'sign-in-address', points: 100, seconds: 900 }

/** Opens a session for mail address and password; staff and whoever has one pass the second factor after it. */
export const signIn = defineCommand({
  name: 'people.sign-in',
  permit: may('account.open'),
  input: signInInput,
  async limit(actor, { email }) {
    const address = 'address' in actor ? actor.address : ''
    const all = await takePoint(PER_ADDRESS, [address])
    return all.ok ? takePoint(PER_ACCOUNT, [`${email} ${address}`]) : all
  },
  async run(uow, { email, password, userAgent }) {
    const user = await uow.tx.user.findUnique({ where: { email }, include: { roles: true, totp: true } })
    if (!(await passwordFits(password, user?.passwordHash)) || !user) return refuse('sign-in-failed')
    const staff = user.roles.some(({ role }) => role !== 'RESELLER')
    const session = await openSession(uow, { id: user.id, staff, userAgent })
    await recordAudit(uow, { action: 'people.sign-in', subjectType: 'user', subjectId: user.id })
    const next = user.totp?.confirmedAt ? 'second-factor' : staff ? 'enrol' : 'done'
    return ok({ ...session, next, locale: user.locale })
  },
})

/** Ends one session of the actor. */
export const signOut = defineCommand({
  name: 'people.sign-out',
  permit: may('account.use'),
  input: sessionInput,
  async run(uow, { sessionId }) {
    const userId = actorUserId(uow.actor)
    const { count } = await uow.tx.session.deleteMany({ where: { id: sessionId, userId } })
    if (count === 0) return refuse('not-found')
    await recordAudit(uow, { action: 'people.sign-out', subjectType: 'user', subjectId: userId ?? '' })
    return ok({ sessionId })
  },
})

/** Ends every session of the actor, on every device. */
export const signOutEverywhere = defineCommand({
  name: 'people.sign-out-everywhere',
  permit: may('account.use'),
  input: nothingInput,
  async run(uow) {
    const userId = actorUserId(uow.actor) ?? ''
    const { count } = await uow.tx.session.deleteMany({ where: { userId } })
    await recordAudit(uow, {
      action: 'people.sign-out-everywhere',
      subjectType: 'user',
      subjectId: userId,
      data: { sessions: count },
    })
    return ok({ sessions: count })
  },
})
