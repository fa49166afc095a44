/** What the ledger should hold by the records, and what it holds, as rows that can be compared. */
import { Prisma } from '@/lib/platform/generated/client'

const INVOICES = Prisma.sql`
  SELECT 'issue:' || i.id AS key, 'invoice-issued' AS kind, i.id AS subject, 'receivable:' || i.customer_id AS source,
    'deferred:' || i.subject_id AS target, i.total AS amount, i.currency::text AS currency
  FROM invoice i
  UNION ALL
  SELECT 'settle:' || i.id, 'invoice-paid', i.id, 'credit:' || i.customer_id, 'receivable:' || i.customer_id,
    i.total, i.currency::text
  FROM invoice i
  WHERE i.status = 'PAID' OR EXISTS (SELECT 1 FROM invoice_event e WHERE e.invoice_id = i.id AND e."to" = 'PAID')
  UNION ALL
  SELECT 'credit:' || i.id, 'invoice-credited', i.id,
    CASE WHEN EXISTS (SELECT 1 FROM ledger_transaction t WHERE t.idempotency_key = 'recognise:' || i.id)
      THEN 'revenue' ELSE 'deferred:' || i.subject_id END,
    CASE WHEN EXISTS (SELECT 1 FROM invoice_event e WHERE e.invoice_id = i.id AND e."to" = 'PAID')
      THEN 'credit:' || i.customer_id ELSE 'receivable:' || i.customer_id END,
    i.total, i.currency::text
  FROM invoice i WHERE i.status = 'CREDITED'
  UNION ALL
  SELECT 'recognise:' || i.id, 'revenue-recognised', i.id, 'deferred:' || i.subject_id, 'revenue',
    i.total, i.currency::text
  FROM invoice i JOIN ledger_transaction t ON t.idempotency_key = 'recognise:' || i.id
  WHERE EXISTS (SELECT 1 FROM invoice_event e WHERE e.invoice_id = i.id AND e."to" = 'PAID')`

const PROVIDER_MONEY = Prisma.sql`
  SELECT 'payment:' || p.provider || ':' || p.provider_payment_id,
    CASE WHEN c.customer_id IS NULL THEN 'payment' ELSE 'top-up' END, p.id, 'clearing:' || p.provider,
    'credit:' || p.customer_id, p.amount, p.currency::text
  FROM payment p LEFT JOIN checkout c ON c.id = p.checkout_id
  UNION ALL
  SELECT 'payment:' || e.provider || ':' || (e.payload #>> '{data,paymentId}'), 'unattributed', e.id,
    'clearing:' || e.provider, 'unattributed:' || e.provider,
    (e.payload #>> '{data,amount}')::bigint, e.payload #>> '{data,currency}'
  FROM provider_event e
  WHERE e.outcome IN ('unattributed', 'attributed', 'returning', 'returned', 'return-refused')
  UNION ALL
  SELECT 'return:' || e.provider || ':' || (e.payload #>> '{data,paymentId}'), 'unattributed-returned', e.id,
    'unattributed:' || e.provider, 'clearing:' || e.provider,
    (e.payload #>> '{data,amount}')::bigint, e.payload #>> '{data,currency}'
  FROM provider_event e WHERE e.outcome = 'returned'
  UNION ALL
  SELECT 'attribute:' || e.provider || ':' || (e.payload #>> '{data,paymentId}'), 'unattributed-credited', e.id,
    'unattributed:' || e.provider, 'credit:' || i.customer_id,
    (e.payload #>> '{data,amount}')::bigint, e.payload #>> '{data,currency}'
  FROM provider_event e LEFT JOIN invoice i ON i.id = e.invoice_id WHERE e.outcome = 'attributed'
  UNION ALL
  SELECT 'payout:' || o.id, 'payout-requested', o.id, 'credit:' || o.customer_id, 'payouts:' || o.provider,
    o.amount, o.currency::text
  FROM payout o
  UNION ALL
  SELECT 'payout-done:' || o.id, 'payout-done', o.id, 'payouts:' || o.provider, 'clearing:' || o.provider,
    o.amount, o.currency::text
  FROM payout o WHERE o.status = 'DONE'
  UNION ALL
  SELECT 'payout-refused:' || o.id, 'payout-refused', o.id, 'payouts:' || o.provider, 'credit:' || o.customer_id,
    o.amount, o.currency::text
  FROM payout o WHERE o.status = 'REFUSED'`

/** The bookings that invoices, payments, messages and payouts ask for. */
export const EXPECTED_BOOKINGS = Prisma.sql`(${INVOICES} UNION ALL ${PROVIDER_MONEY})`

/** The bookings that are there. */
export const ACTUAL_BOOKINGS = Prisma.sql`(
  SELECT t.idempotency_key AS key, t.kind, t.subject_id AS subject, f.code AS source, o.code AS target, p.amount,
    p.currency::text AS currency
  FROM ledger_transaction t
  LEFT JOIN posting p ON p.transaction_id = t.id
  LEFT JOIN ledger_account f ON f.id = p.from_id
  LEFT JOIN ledger_account o ON o.id = p.to_id)`
