/**
 * Proves the books: every booking is the one that its invoice, payment, payout or event asks for, nothing is
 * booked beyond that, and what was numbered has no gap. Each check is one statement, so it sees one instant
 * even while the portal works.
 */
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { ACTUAL_BOOKINGS, EXPECTED_BOOKINGS } from './bookings'

export interface BookFault {
  readonly fault: string
  /** Which record: an id, number, account or booking key. */
  readonly what: string
}

/** Every check selects the records at fault as `what`. */
const CHECKS: readonly { readonly fault: string; readonly query: Prisma.Sql }[] = [
  {
    fault: 'booking missing',
    query: Prisma.sql`SELECT DISTINCT key AS what FROM (${EXPECTED_BOOKINGS} EXCEPT ALL ${ACTUAL_BOOKINGS}) AS missing`,
  },
  {
    fault: 'booking unexplained',
    query: Prisma.sql`SELECT DISTINCT key AS what FROM (${ACTUAL_BOOKINGS} EXCEPT ALL ${EXPECTED_BOOKINGS}) AS extra`,
  },
  {
    fault: 'posting moves nothing or runs in a circle',
    query: Prisma.sql`SELECT id::text AS what FROM posting WHERE amount <= 0 OR from_id = to_id`,
  },
  {
    fault: 'posting without its booking',
    query: Prisma.sql`SELECT p.id::text AS what FROM posting p
      LEFT JOIN ledger_transaction t ON t.id = p.transaction_id WHERE t.id IS NULL`,
  },
  {
    fault: 'posting in another currency than its accounts',
    query: Prisma.sql`SELECT p.id::text AS what FROM posting p
      LEFT JOIN ledger_account f ON f.id = p.from_id LEFT JOIN ledger_account t ON t.id = p.to_id
      WHERE f.currency IS DISTINCT FROM p.currency OR t.currency IS DISTINCT FROM p.currency`,
  },
  {
    fault: 'account on the wrong side of zero',
    query: Prisma.sql`SELECT a.code || ' ' || a.currency AS what FROM ledger_account a
      CROSS JOIN LATERAL (SELECT coalesce(sum(CASE WHEN p.to_id = a.id THEN p.amount ELSE -p.amount END), 0) AS now
        FROM posting p WHERE p.to_id = a.id OR p.from_id = a.id) balance
      WHERE CASE WHEN split_part(a.code, ':', 1) IN ('receivable', 'clearing') THEN balance.now > 0
        ELSE balance.now < 0 END`,
  },
  {
    fault: 'more credit kept free than there is',
    query: Prisma.sql`SELECT 'credit:' || k.customer_id || ' ' || k.currency AS what FROM kept_credit k
      WHERE k.amount < 0 OR k.amount > (SELECT coalesce(sum(CASE WHEN p.to_id = a.id THEN p.amount ELSE -p.amount END), 0)
        FROM ledger_account a JOIN posting p ON a.id IN (p.from_id, p.to_id)
        WHERE a.code = 'credit:' || k.customer_id AND a.currency = k.currency)`,
  },
  {
    fault: 'account with the wrong owner',
    query: Prisma.sql`SELECT code || ' ' || currency AS what FROM ledger_account
      WHERE owner_id::text IS DISTINCT FROM
        CASE WHEN split_part(code, ':', 1) IN ('receivable', 'credit') THEN split_part(code, ':', 2) END`,
  },
  {
    fault: 'what a customer owes is not the sum of their open invoices',
    query: Prisma.sql`SELECT a.code || ' ' || a.currency AS what FROM ledger_account a
      WHERE a.code LIKE 'receivable:%' AND
        (SELECT coalesce(sum(CASE WHEN p.from_id = a.id THEN p.amount ELSE -p.amount END), 0)
          FROM posting p WHERE p.from_id = a.id OR p.to_id = a.id) <>
        (SELECT coalesce(sum(i.total), 0) FROM invoice i
          WHERE i.status = 'ISSUED' AND i.customer_id = a.owner_id AND i.currency = a.currency)`,
  },
  {
    fault: 'invoice is not the sum of its lines',
    query: Prisma.sql`SELECT i.number AS what FROM invoice i
      WHERE i.total <> (SELECT coalesce(sum(l.amount), 0) FROM invoice_line l WHERE l.invoice_id = i.id)`,
  },
  {
    fault: 'invoice status is not its last event',
    query: Prisma.sql`SELECT i.number AS what FROM invoice i
      WHERE i.status::text IS DISTINCT FROM (SELECT e."to" FROM invoice_event e
        WHERE e.invoice_id = i.id ORDER BY e.version DESC LIMIT 1)
      OR (i.status = 'PAID' AND i.paid_at IS NULL)`,
  },
  {
    fault: 'credited invoice and credit note differ',
    query: Prisma.sql`SELECT i.number AS what FROM invoice i LEFT JOIN credit_note n ON n.invoice_id = i.id
      WHERE (i.status = 'CREDITED') <> (n.id IS NOT NULL) OR n.amount <> i.total`,
  },
  {
    fault: 'number series with a gap',
    query: Prisma.sql`SELECT coalesce(n.series, s.series) AS what FROM
      (SELECT split_part(number, '-', 1) AS series, count(*) AS used, max(split_part(number, '-', 2)::int) AS last
        FROM (SELECT number FROM invoice UNION ALL SELECT number FROM credit_note) AS numbers GROUP BY 1) n
      FULL JOIN number_series s ON s.series = n.series
      WHERE coalesce(n.used, 0) <> coalesce(s.next, 1) - 1 OR coalesce(n.last, 0) <> coalesce(s.next, 1) - 1`,
  },
  {
    fault: 'payment does not fit its checkout',
    query: Prisma.sql`SELECT p.id::text AS what FROM payment p LEFT JOIN checkout c ON c.id = p.checkout_id
      LEFT JOIN invoice i ON i.id = c.invoice_id
      WHERE p.checkout_id IS NOT NULL AND (c.id IS NULL OR c.status <> 'COMPLETED' OR c.currency <> p.currency
        OR c.provider <> p.provider OR coalesce(c.customer_id, i.customer_id) IS DISTINCT FROM p.customer_id)`,
  },
  {
    fault: 'checkout completed without a payment',
    query: Prisma.sql`SELECT c.id::text AS what FROM checkout c WHERE c.status = 'COMPLETED'
      AND NOT EXISTS (SELECT 1 FROM payment p WHERE p.checkout_id = c.id)`,
  },
  {
    fault: 'event processed without its payment',
    query: Prisma.sql`SELECT e.id::text AS what FROM provider_event e WHERE e.outcome = 'credited'
      AND NOT EXISTS (SELECT 1 FROM payment p WHERE p.provider = e.provider
        AND p.provider_payment_id = e.payload #>> '{data,paymentId}')`,
  },
]

/** The faults of the books; none when they are right. */
export async function checkBooks(tx: Tx): Promise<BookFault[]> {
  const faults: BookFault[] = []
  for (const { fault, query } of CHECKS) {
    const rows = await tx.$queryRaw<{ what: string | null }[]>(query)
    faults.push(...rows.map(({ what }) => ({ fault, what: what ?? '' })))
  }
  return faults
}
