/** Whether a turn of a name that renews itself is taken; whoever is not charged although it was due is told why. */
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { periodsOf } from '@/lib/policy/effective'
import { versionAt, zoneById } from '@/lib/policy/resolver'
import type { Domain } from '../domain.store'
import { waitingOrder } from '../orders/order.store'
import type { ChargeTurn } from './auto-renew.rule'
import { tellAutoNotice, tellNotCharged, tellNotRenewable, tellOwnWaits } from './auto-renew-messages'
import { renewalFacts } from './facts.store'
import { type PricedRenewal, priceRenewal } from './price.rule'

/**
 * The shortest renewal of a locked name at its price, when its turn to tell or to charge is taken. Null when it is not:
 * a renewal or an accepted return is under way, the holder's own renewal waits for their payment, no day to charge is
 * left, or the name cannot be renewed now.
 */
export async function readyTurn(
  uow: UnitOfWork,
  domain: Domain,
  { act }: ChargeTurn,
): Promise<PricedRenewal | null> {
  if (act === 'none' || (await isLeaving(uow, domain))) return null
  if (act === 'late') {
    await tellNotCharged(uow, domain)
    return null
  }
  const own = await uow.tx.renewalItem.findFirst({
    where: { domainId: domain.id, state: 'ASKED', renewal: { isAutomatic: false } },
  })
  if (own) {
    await tellOwnWaits(uow, domain, own)
    return null
  }
  const factsOf = await renewalFacts(uow.tx, [domain])
  const priced = priceRenewal(domain, {
    years: shortestRenewal(domain, uow.now),
    now: uow.now,
    facts: factsOf(domain),
  })
  if (priced.ok) return priced.value
  await tellNotRenewable(uow, domain, priced.refusal.code)
  return null
}

/** Tells of the charge that a turn has set; nothing when the turn is another. */
export async function announce(uow: UnitOfWork, domain: Domain, turn: ChargeTurn): Promise<void> {
  const priced = await readyTurn(uow, domain, turn)
  if (priced && turn.act === 'notice' && turn.nextAt) {
    await tellAutoNotice(uow, domain, { nextAt: turn.nextAt, total: priced.total })
  }
}

/** The fewest years that the name can be renewed by. */
export function shortestRenewal({ zone }: Domain, now: Date): number {
  return periodsOf(versionAt(zoneById(zone), now)).value.renewMin
}

/** Nothing is left to charge for: released, being renewed already, or given back with the desk's consent. */
async function isLeaving(uow: UnitOfWork, { id, openName, renewingId }: Domain): Promise<boolean> {
  if (openName === null || renewingId !== null) return true
  const accepted = await waitingOrder(uow.tx, id, ['return'])
  return accepted !== null && accepted.dueAt !== null
}
