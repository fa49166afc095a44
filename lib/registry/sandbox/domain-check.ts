import type { Currency } from '@/lib/kernel/money'
import { childrenOf } from '../epp/xml-node'
import { type Tag, tag } from '../epp/xml-tag'
import type { Context, Handler } from './context'
import type { Db } from './database'
import { purgeDue } from './domain-row'
import { feeCheck } from './fees'
import { isHostName, type ZoneFees, zoneOf } from './names.rule'
import { CommandRefused } from './reply'

const MAX_NAMES = 100

export interface Zone extends ZoneFees {
  readonly timeZone: string
  readonly redemptionDays: number
  readonly pendingDeleteDays: number
}

/** Every zone of this registry, by name. */
export async function loadZones(db: Db): Promise<ReadonlyMap<string, Zone>> {
  const { rows } = await db.query<{
    name: string
    yearly_fee: string
    idn_fee: string
    redemption_days: number
    pending_delete_days: number
    currency: Currency
    time_zone: string
  }>('select * from sandbox_registry.zone')
  return new Map(
    rows.map((row) => [
      row.name,
      {
        name: row.name,
        yearlyFee: BigInt(row.yearly_fee),
        idnFee: BigInt(row.idn_fee),
        currency: row.currency,
        timeZone: row.time_zone,
        redemptionDays: row.redemption_days,
        pendingDeleteDays: row.pending_delete_days,
      },
    ]),
  )
}

/** The zone directly above a name; refused 2306 when the name cannot be registered in any. */
export function registrableZone(name: string, zones: ReadonlyMap<string, Zone>): Zone {
  const zone = zones.get(zoneOf(name, new Set(zones.keys())) ?? '')
  if (zone === undefined) throw new CommandRefused(2306, 'no zone of this registry')
  if (zones.has(name)) throw new CommandRefused(2306, 'the name is itself a zone')
  if (name.slice(0, -zone.name.length - 1).includes('.')) {
    throw new CommandRefused(2306, `names are registered directly under ${zone.name}`)
  }
  return zone
}

/** RFC 5731 §3.1.1. */
export const checkDomain: Handler = async (ctx) => {
  const names = childrenOf(ctx.body, 'domain:name').map((name) => name.text.toLowerCase())
  if (names.length === 0) throw new CommandRefused(2003, 'domain:name is missing')
  if (names.length > MAX_NAMES) throw new CommandRefused(2306, `at most ${MAX_NAMES} names`)
  const zones = await loadZones(ctx.db)
  const taken = await takenNames(ctx, names)
  const entries = names.map((name) => entry(name, taken.get(name) ?? obstacle(name, zones)))
  const priced = new Map(names.map((name) => [name, zones.get(zoneOf(name, new Set(zones.keys())) ?? '')]))
  return { code: 1000, data: tag('domain:chkData', entries), extensions: feeCheck(ctx, priced) }
}

async function takenNames(ctx: Context, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  await purgeDue(ctx.db, names, ctx.now)
  const { rows } = await ctx.db.query<{ name: string; reason: string }>(
    `select name, 'Reserved' as reason from sandbox_registry.reserved_name where name = any ($1)
     union all select name, case when deleted_at is null then 'In use' else 'Pending deletion' end
     from sandbox_registry.domain where name = any ($1)`,
    [names],
  )
  return new Map(rows.map((row) => [row.name, row.reason]))
}

/** Why a name cannot be registered, in at most 32 characters (eppcom:reasonType). */
function obstacle(name: string, zones: ReadonlyMap<string, Zone>): string | undefined {
  if (!isHostName(name)) return 'Bad syntax'
  try {
    registrableZone(name, zones)
    return undefined
  } catch (error) {
    if (error instanceof CommandRefused) return 'Zone not served'
    throw error
  }
}

function entry(name: string, reason: string | undefined): Tag {
  const free = reason === undefined
  return tag('domain:cd', [
    tag('domain:name', name, { avail: free ? '1' : '0' }),
    free ? undefined : tag('domain:reason', reason),
  ])
}
