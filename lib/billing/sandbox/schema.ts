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

/** Cards that payers keep, and charges of them without a visit to a page. */
const KEPT_CARDS = `
alter table sandbox_pay.checkout add column customer text;
create table sandbox_pay.card (
  token text primary key,
  customer text not null,
  card_end text not null,
  charges_declined boolean not null,
  created_at timestamptz not null,
  forgotten_at timestamptz
);
create table sandbox_pay.charge (
  id text primary key,
  idempotency_key text not null unique,
  request jsonb not null,
  amount bigint not null check (amount > 0),
  currency char(3) not null,
  card_token text not null references sandbox_pay.card,
  status text not null check (status in ('done', 'declined')),
  reason text,
  created_at timestamptz not null
);
alter table sandbox_pay.payment alter column checkout_id drop not null;
alter table sandbox_pay.payment add column charge_id text references sandbox_pay.charge;
alter table sandbox_pay.payment add constraint payment_origin check (num_nonnulls(checkout_id, charge_id) = 1);
`

export const MIGRATIONS: readonly Migration[] = [
  { version: 1, sql: FIRST },
  { version: 2, sql: KEPT_CARDS },
]
