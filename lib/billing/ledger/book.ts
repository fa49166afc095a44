/** Bookings: the only way in which money moves in the ledger. Append-only; a correction is a reverse booking. */
import { newId } from '@/lib/kernel/ids'
import type { Currency, Money } from '@/lib/kernel/money'
import type { Tx } from '@/lib/platform/db'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { ownerOf } from './accounts'

/** Why money moved. */
export type BookingKind =
  | 'invoice-issued'
  | 'invoice-paid'
  | 'invoice-credited'
  | 'payment'
  | 'top-up'
  | 'payout-requested'
  | 'payout-done'
  | 'payout-refused'
  | 'revenue-recognised'
  | 'unattributed'
  | 'unattributed-returned'
  | 'unattributed-credited'

/** Moves a positive amount between two accounts. */
export interface Move {
  readonly from: string
  readonly to: string
  readonly amount: Money
}

export interface Booking {
  readonly kind: BookingKind
  readonly subject: { readonly type: string; readonly id: string }
  /** One booking per key, whatever runs twice. */
  readonly idempotencyKey: string
  readonly postings: readonly Move[]
}

/**
 * Books; false when the key was booked already, and then nothing moves. Whoever takes from a customer's credit
 * has locked it before ({@link lockAccount}). Throws when a booking moves nothing or a negative amount.
 */
export async function book(uow: UnitOfWork, booking: Booking): Promise<boolean> {
  const { kind, subject, idempotencyKey, postings } = booking
  if (postings.length === 0) throw new Error(`booking ${idempotencyKey} moves nothing`)
  const id = newId()
  const added = await uow.tx.$executeRaw`
    INSERT INTO ledger_transaction (id, at, kind, subject_type, subject_id, idempotency_key)
    VALUES (${id}::uuid, ${uow.now}, ${kind}, ${subject.type}, ${subject.id}::uuid, ${idempotencyKey})
    ON CONFLICT (idempotency_key) DO NOTHING`
  if (added === 0) return false
  const accounts = await accountIds(uow.tx, postings)
  await uow.tx.posting.createMany({
    data: postings.map(({ from, to, amount }) => ({
      id: newId(),
      transactionId: id,
      fromId: accounts(from, amount.currency),
      toId: accounts(to, amount.currency),
      amount: amount.minor,
      currency: amount.currency,
    })),
  })
  return true
}

/** Holds an account until the transaction ends: nobody else reads its balance to spend it meanwhile. */
export async function lockAccount(tx: Tx, code: string, currency: Currency): Promise<void> {
  await ensureAccounts(tx, [{ code, currency }])
  await tx.$queryRaw`
    SELECT id FROM ledger_account WHERE code = ${code} AND currency = ${currency} FOR UPDATE`
}

/** What came into an account minus what went out; zero for one that was never used. */
export async function balanceOf(tx: Tx, code: string, currency: Currency): Promise<Money> {
  const rows = await tx.$queryRaw<{ balance: string }[]>`
    SELECT (coalesce((SELECT sum(amount) FROM posting p WHERE p.to_id = a.id), 0)
          - coalesce((SELECT sum(amount) FROM posting p WHERE p.from_id = a.id), 0))::text AS balance
    FROM ledger_account a WHERE a.code = ${code} AND a.currency = ${currency}`
  return { minor: BigInt(rows[0]?.balance ?? 0), currency }
}

/** Whether a key was booked. */
export async function isBooked(tx: Tx, idempotencyKey: string): Promise<boolean> {
  const found = await tx.ledgerTransaction.findUnique({ where: { idempotencyKey }, select: { id: true } })
  return found !== null
}

interface AccountKey {
  readonly code: string
  readonly currency: Currency
}

async function accountIds(
  tx: Tx,
  postings: readonly Move[],
): Promise<(code: string, currency: string) => string> {
  const wanted = postings.flatMap(({ from, to, amount: { currency } }) => [
    { code: from, currency },
    { code: to, currency },
  ])
  const found = await ensureAccounts(tx, wanted)
  return (code, currency) => {
    const id = found.get(`${code} ${currency}`)
    if (!id) throw new Error(`no ledger account ${code} in ${currency}`)
    return id
  }
}

/** Opens the accounts that are missing, always in one order so that two bookings never wait for each other. */
async function ensureAccounts(tx: Tx, wanted: readonly AccountKey[]): Promise<Map<string, string>> {
  const known = await findAccounts(tx, wanted)
  const missing = wanted.filter(({ code, currency }) => !known.has(`${code} ${currency}`))
  if (missing.length === 0) return known
  for (const { code, currency } of missing.toSorted((a, b) => (a.code < b.code ? -1 : 1))) {
    await tx.$executeRaw`
      INSERT INTO ledger_account (id, code, currency, owner_id)
      VALUES (${newId()}::uuid, ${code}, ${currency}, ${ownerOf(code)}::uuid)
      ON CONFLICT (code, currency) DO NOTHING`
  }
  return findAccounts(tx, wanted)
}

async function findAccounts(tx: Tx, wanted: readonly AccountKey[]): Promise<Map<string, string>> {
  const rows = await tx.ledgerAccount.findMany({
    where: { OR: wanted.map(({ code, currency }) => ({ code, currency })) },
    select: { id: true, code: true, currency: true },
  })
  return new Map(rows.map((row) => [`${row.code} ${row.currency}`, row.id]))
}
