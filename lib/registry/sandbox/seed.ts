/** What the sandbox registry holds before anybody uses it. */
import type { ClientBase } from 'pg'
import { hashSecret, isSecret } from './secrets'
import { zonesToSeed } from './zones'

/** The portal's account, and one of another registrar that holds names and can be transferred from. */
export const PORTAL_ACCOUNT = 'tenure'
export const OTHER_ACCOUNT = 'other-registrar'

const OTHER_CONTACT = 'OTHER-HOLDER'

/** A-labels; the last two are sách.vn and tiếngviệt.vn. */
const EXISTING = [
  ['vnexpress.vn', 'vn'],
  ['tuoitre.vn', 'vn'],
  ['thanhnien.vn', 'vn'],
  ['zing.vn', 'vn'],
  ['google.com.vn', 'com.vn'],
  ['vietcombank.com.vn', 'com.vn'],
  ['hust.edu.vn', 'edu.vn'],
  ['xn--sch-ela.vn', 'vn'],
  ['xn--tingvit-5t4cyc.vn', 'vn'],
] as const

const RESERVED = [
  ['chinhphu.vn', 'state body'],
  ['quochoi.vn', 'state body'],
  ['dangcongsan.vn', 'state body'],
  ['bocongan.vn', 'state body'],
  ['vietnam.vn', 'name of the country'],
  ['hochiminh.vn', 'name of a leader'],
  ['vnnic.vn', 'registry'],
  ['nic.vn', 'registry'],
  ['whois.vn', 'registry'],
] as const

interface SeedOptions {
  /** The portal's password at the registry, 8 to 64 characters. */
  readonly password: string
  /** The other registrar's; nobody can log in as it when left out. */
  readonly otherPassword?: string
  /** Business time: the existing names were registered a year before it. */
  readonly now: Date
}

/** Accounts, zones, existing and reserved names. May be run at every start: what is there stays. */
export async function seedSandboxRegistry(client: ClientBase, options: SeedOptions): Promise<void> {
  await seedAccount(client, PORTAL_ACCOUNT, options.password)
  await seedAccount(client, OTHER_ACCOUNT, options.otherPassword)
  await client.query(
    `insert into sandbox_registry.zone
       (name, currency, time_zone, yearly_fee, idn_fee, redemption_days, pending_delete_days)
     select name, currency, "timeZone", "yearlyFee", "idnFee", "redemptionDays", "pendingDeleteDays"
     from jsonb_to_recordset($1::jsonb) as zone (name text, currency text, "timeZone" text, "yearlyFee" bigint,
       "idnFee" bigint, "redemptionDays" int, "pendingDeleteDays" int)
     on conflict do nothing`,
    [JSON.stringify(zonesToSeed())],
  )
  await client.query(
    `insert into sandbox_registry.reserved_name
     select * from unnest($1::text[], $2::text[]) on conflict do nothing`,
    [RESERVED.map(([name]) => name), RESERVED.map(([, reason]) => reason)],
  )
  await seedNames(client, options.now)
}

/** A changed password is taken over; an account without one cannot log in. */
async function seedAccount(client: ClientBase, id: string, password: string | undefined): Promise<void> {
  const { rows } = await client.query<{ password_hash: string }>(
    'select password_hash from sandbox_registry.registrar where id = $1',
    [id],
  )
  const before = rows[0]?.password_hash
  if (before !== undefined && (password === undefined || (await isSecret(password, before)))) return
  await client.query(
    `insert into sandbox_registry.registrar values ($1, $2)
     on conflict (id) do update set password_hash = excluded.password_hash`,
    [id, password === undefined ? 'none' : await hashSecret(password)],
  )
}

/** Once: a name that was deleted since does not come back with the next start. */
async function seedNames(client: ClientBase, now: Date): Promise<void> {
  const postal = { type: 'int', name: 'Another Holder', street: ['1 Le Loi'], city: 'Ha Noi', cc: 'VN' }
  const { rowCount } = await client.query(
    `insert into sandbox_registry.contact (id, registrar_id, created_by, created_at, postal, email)
     values ($1, $2, $2, $3, $4, 'holder@example.com') on conflict do nothing`,
    [OTHER_CONTACT, OTHER_ACCOUNT, now, JSON.stringify([postal])],
  )
  if (rowCount === 0) return
  await client.query(
    `insert into sandbox_registry.domain
       (name, zone, registrar_id, registrant_id, created_by, created_at, expires_at, statuses)
     select name, zone, $3, $4, $3, $5::timestamptz - interval '1 year', $5::timestamptz + interval '2 years',
       '{clientTransferProhibited}'
     from unnest($1::text[], $2::text[]) as existing (name, zone) on conflict do nothing`,
    [EXISTING.map(([name]) => name), EXISTING.map(([, zone]) => zone), OTHER_ACCOUNT, OTHER_CONTACT, now],
  )
}
