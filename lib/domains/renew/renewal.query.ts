/** What a holder sees of renewals that were asked for. Everything is scoped to the owner. */
import { credit } from '@/lib/billing/ledger/accounts'
import { balanceOf } from '@/lib/billing/ledger/book'
import { moneyOf } from '@/lib/billing/money'
import { isId } from '@/lib/kernel/ids'
import type { Money } from '@/lib/kernel/money'
import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import type { CheckoutModel, InvoiceModel } from '@/lib/platform/generated/models'
import { zoneById } from '@/lib/policy/resolver'
import type { RenewalItem } from './renewal.store'

export interface RenewalItemView {
  readonly id: string
  readonly nameAscii: string
  readonly nameUnicode: string
  readonly timeZone: string
  readonly years: number
  readonly phase: string
  readonly oldExpiresAt: Date
  readonly newExpiresAt: Date
  readonly state: RenewalItem['state']
  /** Why it ended without a renewal: a code, and what the registry said. */
  readonly ended: { readonly code: string; readonly said: string } | null
  readonly invoice: { readonly id: string; readonly number: string; readonly total: Money } | null
}

export interface RenewalView {
  readonly id: string
  readonly requestedAt: Date
  readonly isAutomatic: boolean
  readonly now: Date
  readonly items: readonly RenewalItemView[]
  /** The open invoices, to be paid together, and what credit does not cover of them; null when none is open. */
  readonly toPay: {
    readonly invoiceIds: readonly string[]
    readonly due: Money
    /** The provider's page for this very amount, once it is open. */
    readonly url: string | null
  } | null
}

/** One renewal of the owner, by its own id or that of one of its names' items; null for another's as for none. */
export async function renewalView(userId: string, id: string): Promise<RenewalView | null> {
  if (!isId(id)) return null
  const row = await db().renewal.findFirst({
    where: { ownerId: userId, OR: [{ id }, { items: { some: { id } } }] },
    include: { items: { include: { domain: true } } },
  })
  if (!row) return null
  const invoices = await db().invoice.findMany({
    where: { id: { in: row.items.flatMap(({ invoiceId }) => invoiceId ?? []) } },
    orderBy: { id: 'asc' },
  })
  const items = row.items
    .map((item) => itemView(item, item.domain, invoices))
    .sort((one, other) => (one.nameUnicode < other.nameUnicode ? -1 : 1))
  const open = invoices.filter(({ status }) => status === 'ISSUED')
  const { requestedAt, isAutomatic } = row
  return { id: row.id, requestedAt, isAutomatic, now: await businessNow(), items, toPay: await toPay(open) }
}

/** The latest renewals of a name of the owner, newest first. */
export async function renewalsOfName(
  userId: string,
  domainId: string,
): Promise<readonly (RenewalItemView & { readonly renewalId: string })[]> {
  const rows = await db().renewalItem.findMany({
    where: { domainId, renewal: { ownerId: userId } },
    orderBy: { id: 'desc' },
    take: 5,
    include: { domain: true },
  })
  return rows.map((row) => ({ ...itemView(row, row.domain, []), renewalId: row.renewalId }))
}

function itemView(
  item: RenewalItem,
  domain: { nameAscii: string; nameUnicode: string; zone: string },
  invoices: readonly InvoiceModel[],
): RenewalItemView {
  const { id, years, phase, oldExpiresAt, newExpiresAt, state, reason } = item
  const { nameAscii, nameUnicode } = domain
  const invoice = invoices.find((entry) => entry.id === item.invoiceId)
  const [, code = '', said = ''] = /^([a-z]+)(?:: (.*))?$/s.exec(reason ?? '') ?? []
  return {
    ...{ id, nameAscii, nameUnicode, years, phase, oldExpiresAt, newExpiresAt, state },
    timeZone: zoneById(domain.zone).timeZone,
    ended: code ? { code, said } : null,
    invoice: invoice
      ? { id: invoice.id, number: invoice.number, total: moneyOf(invoice.total, invoice.currency) }
      : null,
  }
}

async function toPay(open: readonly InvoiceModel[]): Promise<RenewalView['toPay']> {
  const [first] = open
  if (!first) return null
  const sum = open.reduce((minor, invoice) => minor + invoice.total, 0n)
  const { currency } = moneyOf(sum, first.currency)
  const free = await balanceOf(db(), credit(first.customerId), currency)
  const due = { minor: sum > free.minor ? sum - free.minor : 0n, currency }
  const checkouts = await db().checkout.findMany({
    where: { invoiceId: first.id, status: 'OPEN', amount: due.minor },
    orderBy: { id: 'desc' },
  })
  const invoiceIds = open.map(({ id }) => id)
  return { invoiceIds, due, url: checkouts.find((checkout) => isFor(checkout, invoiceIds))?.url ?? null }
}

function isFor({ invoiceId, alsoInvoiceIds }: CheckoutModel, ids: readonly string[]): boolean {
  return [invoiceId, ...alsoInvoiceIds].join() === ids.join()
}
