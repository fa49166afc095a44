/** What stands beside the status of names and bears on their renewal. */
import type { Tx } from '@/lib/platform/db'
import type { RenewalFacts } from './renew.rule'

/** As much of a name as its facts need. */
export interface NameForFacts {
  readonly id: string
  readonly nameAscii: string
  readonly violationSince: Date | null
  readonly renewingId: string | null
}

/** The facts of names, by their ids: transfers from the facts kept of names, deletions from decided orders. */
export async function renewalFacts(
  tx: Tx,
  names: readonly NameForFacts[],
): Promise<(name: NameForFacts) => RenewalFacts> {
  const transfers = await tx.nameFact.findMany({
    where: { nameAscii: { in: names.map(({ nameAscii }) => nameAscii) }, kind: 'transfer' },
    select: { nameAscii: true },
  })
  const orders = await tx.nameOrder.findMany({
    where: {
      domainId: { in: names.map(({ id }) => id) },
      kind: { in: ['reclaim', 'return'] },
      state: 'WAITING',
      dueAt: { not: null },
    },
    select: { domainId: true, kind: true },
  })
  const inTransfer = new Set(transfers.map(({ nameAscii }) => nameAscii))
  const decided = new Set(orders.map(({ kind, domainId }) => `${kind} ${domainId}`))
  return ({ id, nameAscii, violationSince, renewingId }) => ({
    inTransfer: inTransfer.has(nameAscii),
    inReclaim: decided.has(`reclaim ${id}`),
    inReturn: decided.has(`return ${id}`),
    inViolation: violationSince !== null,
    isUnderWay: renewingId !== null,
  })
}
