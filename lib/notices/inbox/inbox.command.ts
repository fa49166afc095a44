import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { actorUserId } from '@/lib/kernel/actor'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { writeEarly } from '../decline/early.store'
import { nothingInput, preferenceInput, readInput } from './inbox.input'

/** The reader has opened a message of theirs; the first time counts (R-NS-25: seen in the portal). */
export const markRead = defineCommand({
  name: 'notices.mark-read',
  permit: may('account.use'),
  input: readInput,
  async run(uow, { messageId }) {
    const userId = actorUserId(uow.actor) ?? ''
    const own = await uow.tx.message.findFirst({ where: { id: messageId, userId }, select: { id: true } })
    if (!own) return refuse('not-found')
    await uow.tx.message.updateMany({
      where: { id: messageId, readAt: null },
      data: { readAt: uow.systemNow },
    })
    return ok({ messageId })
  },
})

/** The reader has seen all there is. */
export const markAllRead = defineCommand({
  name: 'notices.mark-all-read',
  permit: may('account.use'),
  input: nothingInput,
  async run(uow) {
    const userId = actorUserId(uow.actor) ?? ''
    const { count } = await uow.tx.message.updateMany({
      where: { userId, readAt: null },
      data: { readAt: uow.systemNow },
    })
    return ok({ count })
  },
})

/** Whether the user wants early notices of an expiry. Those that law or registry ask for come all the same. */
export const chooseNotices = defineCommand({
  name: 'notices.choose',
  permit: may('account.use'),
  input: preferenceInput,
  async run(uow, { earlyNotices }) {
    const id = actorUserId(uow.actor) ?? ''
    const { email } = await uow.tx.user.findUniqueOrThrow({ where: { id }, select: { email: true } })
    await writeEarly(uow, { userId: id, address: email }, earlyNotices === 'on')
    await recordAudit(uow, {
      action: 'notices.choose',
      subjectType: 'user',
      subjectId: id,
      data: { earlyNotices },
    })
    return ok({ id })
  },
})
