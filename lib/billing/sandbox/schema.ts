/**
 * The sandbox payment provider's own tables, apart from the portal's (schema `sandbox_pay`). Forward-only: a
 * version that has run anywhere never changes; a change is a new version at the end.
 */
export interface Migration {
  readonly version: number
  readonly sql: string
}

const FIRST = `
create table sandbox_pay.checkout (
  id text primary key,
  idempotency_key text not null unique,
  request jsonb not null,
  amount bigint not null check (amount > 0),
  currency char(3) not null,
  description text not null,
  reference text not null,
  return_url text not null,
  locale text not null,
  status text not null check (status in ('open', 'paid', 'failed', 'expired')),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index checkout_expiry on sandbox_pay.checkout (expires_at) where status = 'open';
create table sandbox_pay.payment (
  id text primary key,
  checkout_id text not null references sandbox_pay.checkout,
  amount bigint not null check (amount > 0),
  currency char(3) not null,
  card_end text not null,
  paid_at timestamptz not null
);
create index payment_checkout on sandbox_pay.payment (checkout_id);
create table sandbox_pay.payout (
  id text primary key,
  idempotency_key text not null unique,
  request jsonb not null,
  amount bigint not null check (amount > 0),
  currency char(3) not null,
  status text not null check (status in ('done', 'refused')),
  reason text,
  created_at timestamptz not null
);
create table sandbox_pay.webhook (
  id text primary key,
  body text not null,
  created_at timestamptz not null,
  attempts int not null default 0,
  next_at timestamptz not null,
  delivered_at timestamptz,
  last_problem text
);
create index webhook_due on sandbox_pay.webhook (next_at) where delivered_at is null;
`

export const MIGRATIONS: readonly Migration[] = [{ version: 1, sql: FIRST }]
