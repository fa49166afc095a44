/** What a registrant sees of their names. Everything is scoped to the owner. */
import { canonicalName } from '@/lib/kernel/names'
import {
  byName,
  type Cursor,
  type ListBounds,
  nameStart,
  newestFirst,
  type Page,
  type Reach,
  readPage,
} from '@/lib/kernel/page'
import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import type { RegistryCommandState } from '@/lib/platform/generated/enums'
import { zoneById } from '@/lib/policy/resolver'
import type { ContactData, ContactRole } from '../contacts/contact'
import type { DomainStatus } from '../lifecycle'
import { comingDates, lifeOfName } from './name-life.rule'
import type { TimelineEvent } from '../timeline-event'

const PAGE_SIZE = 20

export interface NameRow {
  readonly id: string
  readonly nameAscii: string
  readonly nameUnicode: string
  readonly status: DomainStatus
  /** Suspended for a violation since then (R-NS-37). */
  readonly violationSince: Date | null
  readonly registeredAt: Date | null
  readonly expiresAt: Date | null
  readonly allotmentSlotAt: Date
}

/** What narrows the list of names, and from where it is read on. */
export interface NameFilter {
  readonly status?: DomainStatus
  /** How the name begins, in Unicode or as an A-label. */
  readonly start?: string
  readonly cursor?: Cursor
}

/**
 * The registrant's names, newest first, or by name when a beginning is asked for; those the registry refused are
 * found with their application, and those that were released only when they are asked for.
 */
export function nameListView(userId: string, filter: NameFilter = {}): Promise<Page<NameRow>> {
  const { status, cursor } = filter
  const start = nameStart(filter.start ?? '')
  const stands = status === 'RELEASED' ? {} : { openName: { not: null } }
  const own = { ownerId: userId, ...stands, ...(status && { status }) }
  return readPage(cursor, PAGE_SIZE, async (reach) => {
    const bounds: ListBounds = start ? byName(reach, start, await placeOf(userId, reach)) : newestFirst(reach)
    return db().domain.findMany({ ...bounds, where: { ...own, ...bounds.where } })
  })
}

/** Where a list by name is read on from; null when that row is not there any more. */
function placeOf(userId: string, { from }: Reach) {
  if (!from) return null
  return db().domain.findFirst({
    where: { id: from, ownerId: userId },
    select: { id: true, nameUnicode: true },
  })
}

export interface NameView extends NameRow {
  readonly zone: string
  readonly timeZone: string
  readonly years: number
  readonly heldAt: Date
  readonly dossierId: string
  readonly now: Date
  readonly contacts: readonly {
    readonly role: ContactRole
    readonly handle: string
    readonly data: ContactData
  }[]
  readonly nameServers: readonly { readonly name: string; readonly addresses: readonly string[] }[]
  /** Every date of the name's life, those past too. */
  readonly life: readonly TimelineEvent[]
  /** Those to come. */
  readonly timeline: readonly TimelineEvent[]
  readonly releasedAt: Date | null
  readonly history: readonly { readonly to: string; readonly command: string; readonly at: Date }[]
  /** The latest words with the registry, newest first. */
  readonly registryLog: readonly RegistryLogRow[]
}

export interface RegistryLogRow {
  readonly id: string
  readonly kind: string
  readonly state: RegistryCommandState
  readonly queuedAt: Date
  readonly settledAt: Date | null
  readonly message: string | null
}

/**
 * One name of the registrant by its A- or U-labels, released ones too; null when they never had such a name. Of
 * several the one that stands for the name comes first, then the latest.
 */
export async function nameView(userId: string, text: string): Promise<NameView | null> {
  const name = canonicalName(text)
  if (!name.ok) return null
  const row = await db().domain.findFirst({
    where: { nameAscii: name.value.ascii, ownerId: userId, status: { not: 'REFUSED' } },
    orderBy: [{ openName: { sort: 'asc', nulls: 'last' } }, { id: 'desc' }],
    include: { contacts: true, events: { orderBy: { version: 'asc' } } },
  })
  if (!row) return null
  const [now, registryLog] = await Promise.all([
    businessNow(),
    db().registryCommand.findMany({
      where: { subjectType: 'domain', subjectId: row.id },
      orderBy: { sequence: 'desc' },
      take: 10,
      select: { id: true, kind: true, state: true, queuedAt: true, settledAt: true, message: true },
    }),
  ])
  const zone = zoneById(row.zone)
  const life = lifeOfName(row, zone)
  return {
    ...row,
    timeZone: zone.timeZone,
    now,
    contacts: row.contacts.map(({ role, handle, data }) => ({
      role: role as ContactRole,
      handle,
      data: data as unknown as ContactData,
    })),
    nameServers: row.nameServers.map((line) => {
      const [host = '', ...addresses] = line.split(' ')
      return { name: host, addresses }
    }),
    life,
    timeline: comingDates(life, now),
    history: row.events.map(({ to, command, at }) => ({ to, command, at })),
    registryLog,
  }
}
