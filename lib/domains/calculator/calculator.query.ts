/** A life on paper: all dates of a term in an extension, and what an operation on a name there costs. */
import { isLegalDay } from '@/lib/kernel/day-text'
import { startOfDay } from '@/lib/kernel/days'
import { canonicalName } from '@/lib/kernel/names'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import { parseInput } from '@/lib/platform/define-command'
import { type QuoteLine, quoteRegistration, quoteRenewal, quoteTransfer } from '@/lib/policy/fees.rule'
import { CALENDAR_YEARS } from '@/lib/kernel/calendar'
import type { ZonePolicy } from '@/lib/policy/policy'
import {
  type NameInZone,
  type SuffixOfZone,
  suffixOf,
  versionAt,
  versionId,
  zoneOf,
} from '@/lib/policy/resolver'
import type { TimelineEvent } from '../timeline-event'
import { lifeOf } from '../timeline.rule'
import { type Quoted, quoteInput, timelineInput } from './calculator.input'

/** A term's dates, with the version that they follow. */
export interface CalculatedLife extends SuffixOfZone {
  readonly registeredAt?: Date
  readonly expiresAt: Date
  readonly policyId: string
  readonly events: readonly TimelineEvent[]
}

/** The extension that an address names. Refuses an empty one by its field, and `extension-unknown`. */
export function extensionNamed(text: string): Result<SuffixOfZone> {
  if (text.trim() === '') {
    return refuse('input-invalid', { field: 'zone', fields: [{ field: 'zone', code: 'field-required' }] })
  }
  const found = suffixOf(text)
  if (found) return ok(found)
  return refuse('extension-unknown', { field: 'zone', params: { extension: text.slice(0, 80) } })
}

/**
 * Every date of a term that ends at `expires`. Refuses an unknown extension, dates that are none, an expiry
 * before the registration, and one for which no version or calendar exists (`life-out-of-range`).
 */
export function calculateLife(extension: string, raw: unknown): Result<CalculatedLife> {
  const found = extensionNamed(extension)
  if (!found.ok) return found
  const input = parseInput(timelineInput, raw)
  if (!input.ok) return input
  const { zone } = found.value
  const expiresAt = readInstant(input.value.expires, zone, 'expires')
  if (!expiresAt.ok) return expiresAt
  const registered = input.value.registered
  const registeredAt = registered ? readInstant(registered, zone, 'registered') : ok(undefined)
  if (!registeredAt.ok) return registeredAt
  if (registeredAt.value && registeredAt.value >= expiresAt.value) {
    return refuse('expiry-before-registration', { field: 'expires' })
  }
  return life(found.value, expiresAt.value, registeredAt.value)
}

function life(where: SuffixOfZone, expiresAt: Date, registeredAt: Date | undefined): Result<CalculatedLife> {
  const { zone } = where
  try {
    const events = lifeOf(zone, zone.versions, expiresAt)
    return ok({
      ...where,
      expiresAt,
      policyId: versionId(zone, versionAt(zone, expiresAt)),
      events: registeredAt ? events.filter((event) => event.at >= registeredAt) : events,
      ...(registeredAt && { registeredAt }),
    })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const from = zone.versions[0]?.from.value ?? ''
    return refuse('life-out-of-range', { field: 'expires', params: { from, to: CALENDAR_YEARS.last } })
  }
}

/**
 * What an operation on a name costs on a day (today without one). `restore` is a renewal after the grace where
 * the zone has a redemption, else within it. Refuses names that are not of the extension, years out of range, and
 * days without fees.
 */
export function calculateQuote(extension: string, raw: unknown, now: Date): Result<readonly QuoteLine[]> {
  const where = extensionNamed(extension)
  if (!where.ok) return where
  const input = parseInput(quoteInput, raw)
  if (!input.ok) return input
  const { name, operation, years, on } = input.value
  const found = nameIn(name, where.value)
  if (!found.ok) return found
  const at = on ? readInstant(on, where.value.zone, 'on') : ok(now)
  if (!at.ok) return at
  return quote(found.value, operation, Number(years), at.value)
}

function quote(found: NameInZone, operation: Quoted, years: number, at: Date): Result<readonly QuoteLine[]> {
  const { zone } = found
  const first = zone.versions[0]
  if (!first || at < startOfDay(first.from.value, zone.timeZone)) {
    return refuse('life-out-of-range', {
      field: 'on',
      params: { from: first?.from.value ?? '', to: CALENDAR_YEARS.last },
    })
  }
  const version = versionAt(zone, at)
  if (operation === 'register') return quoteRegistration(found, version, years, at)
  if (operation === 'transfer') return quoteTransfer(found, version, at)
  const restored = version.registry.lifeAfterExpiry.kind === 'redemption' ? 'redemption' : 'grace'
  return quoteRenewal(found, version, { years, phase: operation === 'renew' ? 'term' : restored, at })
}

/** A whole name of the extension, or its first label alone. */
function nameIn(text: string, { suffix }: SuffixOfZone): Result<NameInZone> {
  const whole = text.includes('.') ? text : `${text}.${suffix.suffix}`
  const name = canonicalName(whole)
  if (!name.ok) return name
  const found = zoneOf(name.value)
  if (!found.ok || found.value.suffix.suffix === suffix.suffix) return found
  return refuse('name-of-other-extension', {
    field: 'name',
    params: { name: name.value.unicode, extension: suffix.suffix },
  })
}

/** A date means its first instant in the zone; a day that the calendar does not have is refused. */
function readInstant(text: string, zone: ZonePolicy, field: string): Result<Date> {
  const day = text.slice(0, 10)
  const invalid = refuse('input-invalid', { field, fields: [{ field, code: 'date-invalid' }] })
  if (!isLegalDay(day)) return invalid
  if (text.length === 10) return ok(startOfDay(day, zone.timeZone))
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? invalid : ok(at)
}
