/** What a registrant sees of their names. Everything is scoped to the owner. */
import { canonicalName } from '@/lib/kernel/names'
import { isId } from '@/lib/kernel/ids'
import { type Page, pageOf } from '@/lib/kernel/page'
import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import { zoneById } from '@/lib/policy/resolver'
import type { ContactData, ContactRole } from '../contacts/contact'
import type { DomainStatus } from '../lifecycle'
import { projectTimeline, type TimelineEvent } from '../timeline.rule'

const PAGE_SIZE = 20

export interface NameRow {
  readonly id: string
  readonly nameAscii: string
  readonly nameUnicode: string
  readonly status: DomainStatus
  readonly registeredAt: Date | null
  readonly expiresAt: Date | null
  readonly allotmentSlotAt: Date
}

/** The registrant's names, newest first; those the registry refused are found with their application. */
export async function nameListView(userId: string, after?: string): Promise<Page<NameRow>> {
  const rows = await db().domain.findMany({
    where: { ownerId: userId, openName: { not: null }, ...(isId(after) && { id: { lt: after } }) },
    orderBy: { id: 'desc' },
    take: PAGE_SIZE + 1,
  })
  return pageOf(rows, PAGE_SIZE)
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
  readonly timeline: readonly TimelineEvent[]
  readonly history: readonly { readonly to: string; readonly command: string; readonly at: Date }[]
  /** The latest words with the registry, newest first. */
  readonly registryLog: readonly RegistryLogRow[]
}

export interface RegistryLogRow {
  readonly id: string
  readonly kind: string
  readonly state: 'QUEUED' | 'SENT' | 'DONE' | 'REFUSED' | 'UNKNOWN'
  readonly queuedAt: Date
  readonly settledAt: Date | null
  readonly message: string | null
}

/** One name of the registrant by its A-label; null when they have no such name. */
export async function nameView(userId: string, text: string): Promise<NameView | null> {
  const name = canonicalName(text)
  if (!name.ok) return null
  const row = await db().domain.findFirst({
    where: { openName: name.value.ascii, ownerId: userId },
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
    timeline: timelineOf(row, now),
    history: row.events.map(({ to, command, at }) => ({ to, command, at })),
    registryLog,
  }
}

function timelineOf(
  row: {
    zone: string
    nameAscii: string
    status: DomainStatus
    registeredAt: Date | null
    expiresAt: Date | null
    heldAt: Date
    years: number
  },
  now: Date,
): readonly TimelineEvent[] {
  const zone = zoneById(row.zone)
  const isHeld = row.status === 'HELD' || row.status === 'REGISTERING'
  if (!isHeld && !row.expiresAt) return []
  return projectTimeline(
    {
      zone,
      ascii: row.nameAscii,
      status: isHeld ? 'held' : 'active',
      holdAt: row.heldAt,
      years: row.years,
      ...(row.registeredAt && { registeredAt: row.registeredAt }),
      ...(row.expiresAt && { expiresAt: row.expiresAt }),
    },
    zone.versions,
    now,
  )
}
