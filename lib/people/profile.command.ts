import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { actorUserId } from '@/lib/kernel/actor'
import { ok } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { profileInput } from './account.input'

/** Changes the user's own name and language. */
export const updateProfile = defineCommand({
  name: 'people.update-profile',
  permit: may('account.use'),
  input: profileInput,
  async run(uow, { name, locale }) {
    const id = actorUserId(uow.actor) ?? ''
    await uow.tx.user.update({ where: { id }, data: { name, locale } })
    await recordAudit(uow, { action: 'people.update-profile', subjectType: 'user', subjectId: id })
    return ok({ id })
  },
})
