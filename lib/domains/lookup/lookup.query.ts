/** The public look-up of a name (R-VN-01): what anyone may know of it, and nothing personal. */
import { canonicalName } from '@/lib/kernel/names'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { type Limit, takePoint } from '@/lib/platform/rate-limit'

/** Harvesting names takes many questions; a person or a monitor needs few. By network address. */
const PER_ADDRESS: Limit = { name: 'lookup', points: 60, seconds: 60 }

export interface PublicName {
  readonly nameAscii: string
  readonly nameUnicode: string
  readonly zone: string
  readonly registry: string
  readonly registeredAt: Date
  readonly expiresAt: Date
  readonly changedAt: Date
  readonly nameServers: readonly string[]
}

/**
 * A registered name of this registrar, for whoever asks from `address` (60 questions a minute). Refuses
 * `too-many-tries`, bad syntax, and `not-found` for every other name.
 */
export async function lookUpName(text: string, address: string): Promise<Result<PublicName>> {
  const allowed = await takePoint(PER_ADDRESS, [address])
  if (!allowed.ok) return allowed
  const name = canonicalName(text)
  if (!name.ok) return name
  const domain = await db().domain.findUnique({
    where: { openName: name.value.ascii },
    include: { events: { orderBy: { version: 'desc' }, take: 1, select: { at: true } } },
  })
  if (!domain?.registeredAt || !domain.expiresAt || domain.status !== 'ACTIVE') return refuse('not-found')
  const { nameAscii, nameUnicode, zone, registry, registeredAt, expiresAt, nameServers, events } = domain
  return ok({
    nameAscii,
    nameUnicode,
    zone,
    registry,
    registeredAt,
    expiresAt,
    changedAt: events[0]?.at ?? registeredAt,
    nameServers: nameServers.map((line) => line.split(' ')[0] ?? line),
  })
}
