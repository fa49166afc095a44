/** The public look-up of a name (R-VN-01): what anyone may know of it, and nothing personal. */
import { canonicalName } from '@/lib/kernel/names'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { type Limit, takePoint } from '@/lib/platform/rate-limit'
import { isRegistered, type RegisteredStatus } from './rdap-status.rule'

/** Harvesting names takes many questions; a person or a monitor needs few. By network address. */
const PER_ADDRESS: Limit = { name: 'lookup', points: 60, seconds: 60 }

export interface PublicName {
  readonly nameAscii: string
  readonly nameUnicode: string
  readonly zone: string
  readonly registry: string
  readonly status: RegisteredStatus
  /** Suspended for a violation (R-NS-37), which is told as every other hold is. */
  readonly onHold: boolean
  readonly registeredAt: Date
  readonly expiresAt: Date
  readonly changedAt: Date
  readonly nameServers: readonly string[]
}

/**
 * A registered name of this registrar at any point of its life, for whoever asks from `address` (60 questions a
 * minute). Refuses `too-many-tries`, bad syntax, and `not-found` for every other name.
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
  if (!domain?.registeredAt || !domain.expiresAt || !isRegistered(domain.status)) return refuse('not-found')
  const { nameAscii, nameUnicode, zone, registry, status, registeredAt, expiresAt, events } = domain
  return ok({
    nameAscii,
    nameUnicode,
    zone,
    registry,
    status,
    onHold: domain.violationSince !== null,
    registeredAt,
    expiresAt,
    changedAt: events[0]?.at ?? registeredAt,
    nameServers: domain.nameServers.map((line) => line.split(' ')[0] ?? line),
  })
}
