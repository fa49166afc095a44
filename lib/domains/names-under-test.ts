/** What the database tests of names share: registered names at any point of their life, and the time. */
import { systemClock } from '@/lib/kernel/clock'
import { newId } from '@/lib/kernel/ids'
import { db } from '@/lib/platform/db'
import type { TestDatabase } from '@/lib/platform/test-database'
import { contentHash, versionAt, zoneById } from '@/lib/policy/resolver'
import { termDates } from './term'

interface NameWanted {
  readonly zone: string
  readonly expiresAt: Date
  readonly nameAscii?: string
  readonly ownerId?: string
}

const PATH = [
  ['NEW', 'hold', 'HELD'],
  ['HELD', 'allot', 'REGISTERING'],
  ['REGISTERING', 'confirm', 'ACTIVE'],
] as const

/** A name registered one year before `expiresAt`, with its history. */
export async function nameFor(wanted: NameWanted): Promise<string> {
  const id = newId()
  const at = new Date(wanted.expiresAt.getTime() - 365 * 86_400_000)
  await db().$transaction([
    db().domain.create({ data: { id, ...registered(wanted, id, at) } }),
    ...PATH.map(([from, command, to], index) =>
      db().domainEvent.create({
        data: { domainId: id, version: index + 1, from, command, to, actor: 'setup', at, data: {} },
      }),
    ),
  ])
  return id
}

function registered({ zone: zoneId, expiresAt, nameAscii, ownerId }: NameWanted, id: string, at: Date) {
  const zone = zoneById(zoneId)
  const name = nameAscii ?? `n${id.replaceAll('-', '').slice(-16)}.${zoneId}`
  const version = versionAt(zone, expiresAt)
  return {
    nameAscii: name,
    openName: name,
    nameUnicode: name,
    zone: zoneId,
    registry: zone.registry,
    ownerId: ownerId ?? newId(),
    dossierId: newId(),
    status: 'ACTIVE' as const,
    version: PATH.length,
    years: 1,
    policyFrom: version.from.value,
    policyHash: contentHash(version),
    heldAt: at,
    allotmentDueAt: at,
    allotmentSlotAt: at,
    registeredAt: at,
    registryExpiresAt: expiresAt,
    nameServers: [],
    ...termDates(zone, expiresAt),
  }
}

/** Sets the business clock, back too: a test's own database has no past to protect. */
export async function setNow(database: TestDatabase, at: Date): Promise<void> {
  const offset = at.getTime() - systemClock.now().getTime()
  await database.query('DELETE FROM demo_clock')
  await database.query('INSERT INTO demo_clock (id, offset_ms) VALUES (1, $1)', [offset])
}
