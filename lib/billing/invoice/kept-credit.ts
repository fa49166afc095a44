/**
 * Credit that pays no open invoice by itself (R-HO-10): it is given back for a recovery that failed, and its customer
 * decides whether it is paid out or used. What is at hand is paid from it all the same. The credit is locked.
 */
import type { Currency, Money } from '@/lib/kernel/money'
import type { Tx } from '@/lib/platform/db'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { credit } from '../ledger/accounts'
import { balanceOf } from '../ledger/book'

/** Keeps so much more of a customer's credit free. */
export async function keepFree(
  uow: UnitOfWork,
  customerId: string,
  { minor, currency }: Money,
): Promise<void> {
  await uow.tx.keptCredit.upsert({
    where: { customerId_currency: { customerId, currency } },
    create: { customerId, currency, amount: minor },
    update: { amount: { increment: minor } },
  })
}

/** How much of a customer's credit is kept free. */
export async function keptOf(tx: Tx, customerId: string, currency: Currency): Promise<Money> {
  const kept = await tx.keptCredit.findUnique({ where: { customerId_currency: { customerId, currency } } })
  return { minor: kept?.amount ?? 0n, currency }
}

/** After credit was taken no more is kept than is left: what comes later is not held back for what was used. */
export async function lowerKept(uow: UnitOfWork, customerId: string, currency: Currency): Promise<void> {
  const { minor } = await balanceOf(uow.tx, credit(customerId), currency)
  await uow.tx.keptCredit.updateMany({
    where: { customerId, currency, amount: { gt: minor } },
    data: { amount: minor },
  })
}
