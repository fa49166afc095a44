/**
 * The sandbox registry's own tables, apart from the portal's (schema `sandbox_registry`). Forward-only: a
 * version that has run anywhere never changes; a change is a new version at the end.
 */
interface Migration {
  readonly version: number
  readonly sql: string
}

const OBJECTS = `
create table sandbox_registry.registrar (
  id text primary key check (length(id) between 3 and 16),
  password_hash text not null
);
create table sandbox_registry.zone (
  name text primary key,
  yearly_fee bigint not null check (yearly_fee >= 0),
  idn_fee bigint not null check (idn_fee >= 0),
  redemption_days int not null default 0 check (redemption_days >= 0),
  pending_delete_days int not null default 0 check (pending_delete_days >= 0)
);
create table sandbox_registry.reserved_name (
  name text primary key,
  reason text not null
);
create table sandbox_registry.contact (
  id text primary key,
  roid bigint generated always as identity unique,
  registrar_id text not null references sandbox_registry.registrar,
  created_by text not null,
  created_at timestamptz not null,
  updated_by text,
  updated_at timestamptz,
  postal jsonb not null,
  voice jsonb,
  fax jsonb,
  email text not null,
  auth_hash text,
  statuses text[] not null default '{}'
);
create table sandbox_registry.domain (
  id bigint generated always as identity primary key,
  name text not null unique,
  zone text not null references sandbox_registry.zone,
  registrar_id text not null references sandbox_registry.registrar,
  registrant_id text not null references sandbox_registry.contact,
  created_by text not null,
  created_at timestamptz not null,
  updated_by text,
  updated_at timestamptz,
  expires_at timestamptz not null,
  transferred_at timestamptz,
  auth_hash text,
  statuses text[] not null default '{}',
  server_statuses text[] not null default '{}',
  ds_records jsonb not null default '[]',
  deleted_at timestamptz,
  redemption_until timestamptz,
  purge_at timestamptz,
  restore_requested_at timestamptz
);
create index domain_registrant on sandbox_registry.domain (registrant_id);
create table sandbox_registry.domain_contact (
  domain_id bigint not null references sandbox_registry.domain on delete cascade,
  role text not null check (role in ('admin', 'tech', 'billing')),
  contact_id text not null references sandbox_registry.contact,
  primary key (domain_id, role, contact_id)
);
create index domain_contact_contact on sandbox_registry.domain_contact (contact_id);
create table sandbox_registry.host (
  id bigint generated always as identity primary key,
  name text not null unique,
  superordinate_id bigint references sandbox_registry.domain on delete cascade,
  registrar_id text not null references sandbox_registry.registrar,
  created_by text not null,
  created_at timestamptz not null,
  updated_by text,
  updated_at timestamptz,
  addresses text[] not null default '{}',
  statuses text[] not null default '{}'
);
create index host_superordinate on sandbox_registry.host (superordinate_id);
create table sandbox_registry.domain_host (
  id bigint generated always as identity primary key,
  domain_id bigint not null references sandbox_registry.domain on delete cascade,
  host_id bigint references sandbox_registry.host on delete cascade,
  attribute_name text,
  attribute_addresses text[] not null default '{}',
  check ((host_id is null) <> (attribute_name is null)),
  unique (domain_id, host_id),
  unique (domain_id, attribute_name)
);
create index domain_host_host on sandbox_registry.domain_host (host_id);
`

const TRAFFIC = `
create table sandbox_registry.transfer (
  domain_id bigint primary key references sandbox_registry.domain on delete cascade,
  status text not null,
  requested_by text not null references sandbox_registry.registrar,
  requested_at timestamptz not null,
  acting text not null references sandbox_registry.registrar,
  act_at timestamptz not null,
  years int
);
create index transfer_pending on sandbox_registry.transfer (act_at) where status = 'pending';
create table sandbox_registry.poll_message (
  id bigint generated always as identity primary key,
  registrar_id text not null references sandbox_registry.registrar,
  queued_at timestamptz not null,
  text text not null,
  data jsonb
);
create index poll_message_queue on sandbox_registry.poll_message (registrar_id, id);
create table sandbox_registry.command_log (
  sv_trid text primary key,
  cl_trid text,
  registrar_id text,
  command text not null,
  object text,
  code int not null,
  at timestamptz not null
);
create index command_log_cl_trid on sandbox_registry.command_log (cl_trid);
create table sandbox_registry.fault (
  id bigint generated always as identity primary key,
  name text not null,
  kind text not null check (kind in ('lose-answer', 'drop-before', 'refuse', 'delay')),
  remaining int not null check (remaining >= 0),
  reason text,
  delay_ms int not null default 0 check (delay_ms between 0 and 600000)
);
create index fault_name on sandbox_registry.fault (name);
`

/** Zones of several countries: fees in the currency's minor unit, terms kept by the zone's local time. */
const COUNTRIES = `
alter table sandbox_registry.zone
  add column currency text not null default 'VND',
  add column time_zone text not null default 'Asia/Ho_Chi_Minh';
`

export const MIGRATIONS: readonly Migration[] = [
  { version: 1, sql: OBJECTS },
  { version: 2, sql: TRAFFIC },
  { version: 3, sql: COUNTRIES },
]
