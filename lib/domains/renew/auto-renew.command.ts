import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { cardOf } from '@/lib/billing/charge/card.store'
import { actorUserId } from '@/lib/kernel/actor'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { zoneById } from '@/lib/policy/resolver'
import { lockOwnDomain } from '../domain.store'
import { nextChargeAfter } from './auto-renew.rule'
import { autoRenewInput } from './renew.input'

/**
 * Turns a name's renewing by itself on or off. On, it is first told and then charged by the registrar's schedule.
 * Refuses `card-needed` without a kept card, and `name-not-active`.
 */
export const setAutoRenew = defineCommand({
  name: 'domains.set-auto-renew',
  permit: may('name.renew'),
  input: autoRenewInput,
  async run(uow, { domainId, autoRenew }) {
    const found = await lockOwnDomain(uow, domainId)
    if (!found.ok) return found
    const { expiresAt, openName, zone } = found.value
    if (!expiresAt || !openName) return refuse('name-not-active')
    const isOn = autoRenew !== 'OFF'
    if (autoRenew === 'CARD' && !(await cardOf(uow.tx, actorUserId(uow.actor) ?? ''))) {
      return refuse('card-needed', { field: 'autoRenew' })
    }
    const nextChargeAt = isOn ? nextChargeAfter(zoneById(zone), expiresAt, uow.now) : null
    await uow.tx.domain.update({ where: { id: domainId }, data: { autoRenew, nextChargeAt } })
    await recordAudit(uow, {
      action: 'domains.set-auto-renew',
      subjectType: 'domain',
      subjectId: domainId,
      data: { autoRenew },
    })
    return ok({ domainId, nextChargeAt })
  },
})
