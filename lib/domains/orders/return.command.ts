import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { ok } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { lockOwnDomain } from '../domain.store'
import { returnInput } from './order.input'
import { decideReturn } from './order.rule'
import { enterOrder, tellHolder } from './order.store'

/**
 * The holder asks for their name to be deleted (R-NS-34). The signed declaration follows, and nothing happens before
 * the desk has verified it against the dossier on file (R-NS-35).
 */
export const askReturn = defineCommand({
  name: 'domains.ask-return',
  permit: may('name.manage'),
  stepUp: true,
  input: returnInput,
  async run(uow, { domainId, note }) {
    const found = await lockOwnDomain(uow, domainId)
    if (!found.ok) return found
    const domain = found.value
    const decided = decideReturn(domain)
    if (!decided.ok) return decided
    const entered = await enterOrder(uow, domain, {
      kind: 'return',
      atOnce: false,
      reason: 'returned',
      note,
      dueAt: null,
    })
    if (!entered.ok) return entered
    await tellHolder(uow, { order: entered.value, domain }, 'return-asked', {
      path: `/names/${domain.nameAscii}/return`,
    })
    await recordAudit(uow, {
      action: 'domains.ask-return',
      subjectType: 'domain',
      subjectId: domainId,
      data: { orderId: entered.value.id },
    })
    return ok({ orderId: entered.value.id })
  },
})
