/** What is seen of renewals that were asked for: by their owner, and by the contact who asked (R-VN-06). */
import { isCharging } from '@/lib/billing/invoice/open-checkouts'
import { credit } from '@/lib/billing/ledger/accounts'
import { balanceOf } from '@/lib/billing/ledger/book'
import { moneyOf } from '@/lib/billing/money'
import { actorName, type UserActor } from '@/lib/kernel/actor'
import { isId } from '@/lib/kernel/ids'
import type { Money } from '@/lib/kernel/money'
import type { Refusal } from '@/lib/kernel/result'
import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import type { CheckoutModel, InvoiceModel } from '@/lib/platform/generated/models'
import { zoneById } from '@/lib/policy/resolver'
import { authorisationsOf } from '../authorise/authorisation.store'
import type { Domain } from '../domain.store'
import { decideMayRenew } from './may-renew.rule'
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
  /** The registrant's name when the reader asked for them; null for one's own. */
  readonly registrant: string | null
  /** The contact's name when one asked for it. */
  readonly askedBy: string | null
  /** Why the contact who asked may not pay it any more; null otherwise. */
  readonly barred: Refusal | null
  /** The open invoices, to be paid together, and what credit does not cover of them; null when none is open. */
  readonly toPay: {
    readonly invoiceIds: readonly string[]
    readonly due: Money
    /** The provider's page for this very amount, once it is open. */
    readonly url: string | null
    /** A kept card is being charged for one of them: nothing is paid on a page meanwhile. */
    readonly isBeingCharged: boolean
  } | null
}

/** Whose renewals a user sees: those of their names, and those they asked for. */
const seenBy = (actor: UserActor) => [{ ownerId: actor.userId }, { requestedBy: actorName(actor) }]

/** One renewal of the reader's, by its own id or that of one of its names' items; null for another's as for none. */
export async function renewalView(actor: UserActor, id: string): Promise<RenewalView | null> {
  if (!isId(id)) return null
  const row = await db().renewal.findFirst({
    where: { AND: [{ OR: seenBy(actor) }, { OR: [{ id }, { items: { some: { id } } }] }] },
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
  const sides = await sidesOf(actor, row)
  const now = await businessNow()
  const payerId = sides.registrant === null ? null : actor.userId
  const barred = payerId ? await whyBarred(actor, row.items, now) : null
  const payable = barred ? null : await toPay(open, payerId)
  return { id: row.id, requestedAt, isAutomatic, now, items, ...sides, barred, toPay: payable }
}

/** The names of those who are not the reader: the registrant asked for, or the contact who asked. */
async function sidesOf(
  actor: UserActor,
  { ownerId, requestedBy }: { readonly ownerId: string; readonly requestedBy: string },
): Promise<Pick<RenewalView, 'registrant' | 'askedBy'>> {
  const nameOf = async (id: string) =>
    (await db().user.findUnique({ where: { id }, select: { name: true } }))?.name ?? ''
  if (ownerId !== actor.userId) return { registrant: await nameOf(ownerId), askedBy: null }
  const [kind, by = ''] = requestedBy.split(':')
  return { registrant: null, askedBy: kind === 'user' && by !== ownerId ? await nameOf(by) : null }
}

/** Why a contact may not renew these names any more (R-VN-06); null when they may. */
async function whyBarred(
  actor: UserActor,
  items: readonly { readonly domain: Domain }[],
  now: Date,
): Promise<Refusal | null> {
  const ids = items.map(({ domain }) => domain.id)
  const authorisations = await authorisationsOf(db(), actor, ids)
  for (const { domain } of items) {
    const allowed = decideMayRenew(actor, domain, authorisations, now)
    if (!allowed.ok) return allowed.refusal
  }
  return null
}

/** The latest renewals of a name that the reader sees, newest first. */
export async function renewalsOfName(
  actor: UserActor,
  domainId: string,
): Promise<readonly (RenewalItemView & { readonly renewalId: string })[]> {
  const rows = await db().renewalItem.findMany({
    where: { domainId, renewal: { OR: seenBy(actor) } },
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

/** What is open, and the page at the provider that the same payer has opened. */
async function toPay(open: readonly InvoiceModel[], payerId: string | null): Promise<RenewalView['toPay']> {
  const [first] = open
  if (!first) return null
  const sum = open.reduce((minor, invoice) => minor + invoice.total, 0n)
  const { currency } = moneyOf(sum, first.currency)
  const free = await balanceOf(db(), credit(first.customerId), currency)
  const due = { minor: sum > free.minor ? sum - free.minor : 0n, currency }
  const checkouts = await db().checkout.findMany({
    where: { invoiceId: first.id, status: 'OPEN', amount: due.minor, payerId },
    orderBy: { id: 'desc' },
  })
  const invoiceIds = open.map(({ id }) => id)
  return {
    ...{ invoiceIds, due, isBeingCharged: await isCharging(db(), ...invoiceIds) },
    url: checkouts.find((checkout) => isFor(checkout, invoiceIds))?.url ?? null,
  }
}

function isFor({ invoiceId, alsoInvoiceIds }: CheckoutModel, ids: readonly string[]): boolean {
  return [invoiceId, ...alsoInvoiceIds].join() === ids.join()
}
