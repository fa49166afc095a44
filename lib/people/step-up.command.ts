/** Proving anew who acts, before a heavy command: by the second factor, or by password and a mailed code. */
import { randomInt } from 'node:crypto'
import { may } from '@/lib/access/permissions'
import { queueMessage } from '@/lib/audit/outbox'
import { recordAudit } from '@/lib/audit/record'
import { actorUserId } from '@/lib/kernel/actor'
import { systemClock } from '@/lib/kernel/clock'
import { newId } from '@/lib/kernel/ids'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import { db, type Tx } from '@/lib/platform/db'
import { defineCommand } from '@/lib/platform/define-command'
import { takePoint } from '@/lib/platform/rate-limit'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { beginStepUpInput, stepUpInput } from './account.input'
import { hashPassword, passwordFits } from './password'
import { hasSecondFactor, spendFactorCode } from './second-factor.store'
import { accountMail } from './sign-up.command'

/** How long a mailed code works, in minutes of system time. */
const CODE_MINUTES = 10
const MAILS = { name: 'step-up-mail', points: 10, seconds: 3600 }
/** In the life of one code of six digits there are five tries. */
const TRIES = { name: 'step-up', points: 5, seconds: CODE_MINUTES * 60 }

/** How a user proves who they are. */
export type StepUpWay = 'second-factor' | 'mail'

/** Tells how the user proves it; without a second factor a code is mailed, unless the last one still works. */
export const beginStepUp = defineCommand({
  name: 'people.begin-step-up',
  permit: may('account.use'),
  input: beginStepUpInput,
  async limit(actor, { again }) {
    const userId = actorUserId(actor) ?? ''
    if (await hasSecondFactor(db(), userId)) return ok()
    const isMailed = again || !(await openCode(db(), userId, systemClock.now()))
    return isMailed ? takePoint(MAILS, [userId]) : ok()
  },
  async run(uow, { again }): Promise<Result<{ way: StepUpWay }>> {
    const userId = actorUserId(uow.actor) ?? ''
    if (await hasSecondFactor(uow.tx, userId)) return ok({ way: 'second-factor' })
    if (again || !(await openCode(uow.tx, userId, uow.systemNow))) await mailCode(uow, userId)
    return ok({ way: 'mail' })
  },
})

/** The code that was mailed last, if it still works. */
function openCode(tx: Tx, userId: string, now: Date) {
  return tx.stepUpCode.findFirst({
    where: { userId, usedAt: null, expiresAt: { gt: now } },
    orderBy: { id: 'desc' },
  })
}

/** Six digits would be guessed from a fast hash, so they are kept like a password. */
async function mailCode(uow: UnitOfWork, userId: string): Promise<void> {
  const code = randomInt(1_000_000).toString().padStart(6, '0')
  await uow.tx.stepUpCode.deleteMany({ where: { userId } })
  await uow.tx.stepUpCode.create({
    data: {
      id: newId(),
      userId,
      codeHash: await hashPassword(code),
      createdAt: uow.systemNow,
      expiresAt: new Date(uow.systemNow.getTime() + CODE_MINUTES * 60_000),
    },
  })
  await queueMessage(uow, accountMail(uow, userId, 'step-up-code', { code }))
  await recordAudit(uow, { action: 'people.begin-step-up', subjectType: 'user', subjectId: userId })
}

/** Takes the proof; heavy commands run in this session for the next minutes. `steppedUpAt` is an ISO instant. */
export const stepUp = defineCommand({
  name: 'people.step-up',
  permit: may('account.use'),
  input: stepUpInput,
  limit: (actor) => takePoint(TRIES, [actorUserId(actor) ?? '']),
  async run(uow, { sessionId, code, password }) {
    const userId = actorUserId(uow.actor) ?? ''
    const { count } = await uow.tx.session.updateMany({
      where: { id: sessionId, userId },
      data: { steppedUpAt: uow.systemNow },
    })
    if (count === 0) return refuse('not-found')
    const hasFactor = await hasSecondFactor(uow.tx, userId)
    const proven = hasFactor
      ? await spendFactorCode(uow, userId, code)
      : await spendMailedCode(uow, userId, code, password ?? '')
    if (!proven.ok) return proven
    await recordAudit(uow, {
      action: 'people.step-up',
      subjectType: 'user',
      subjectId: userId,
      data: { by: proven.value.by },
    })
    return ok({ steppedUpAt: uow.systemNow.toISOString() })
  },
})

/** Which of the two did not fit is not told: a stolen session must not become a way to try passwords. */
async function spendMailedCode(
  uow: UnitOfWork,
  userId: string,
  code: string,
  password: string,
): Promise<Result<{ by: 'mail' }>> {
  await uow.tx.$queryRaw`SELECT 1 FROM step_up_code WHERE user_id = ${userId}::uuid FOR UPDATE`
  const user = await uow.tx.user.findUniqueOrThrow({ where: { id: userId } })
  const open = await openCode(uow.tx, userId, uow.systemNow)
  const knowsPassword = await passwordFits(password, user.passwordHash)
  const hasCode = await passwordFits(code, open?.codeHash)
  if (!open || !knowsPassword || !hasCode) return refuse('step-up-wrong', { field: 'code' })
  await uow.tx.stepUpCode.update({ where: { id: open.id }, data: { usedAt: uow.systemNow } })
  return ok({ by: 'mail' })
}
