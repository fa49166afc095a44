import { CURRENCIES, type Money } from '@/lib/kernel/money'
import type { Locale } from './locale'

/** English is written day first, so that a date cannot be misread; Hindi keeps Latin digits, as officials do. */
const INTL_TAG: Readonly<Record<Locale, string>> = {
  en: 'en-GB',
  vi: 'vi-VN',
  'zh-Hant-HK': 'zh-HK',
  da: 'da-DK',
  ro: 'ro-RO',
  hi: 'hi-IN-u-nu-latn',
}

const made = new Map<string, unknown>()

/** Making an Intl object costs far more than using it: one of each kind is kept. */
function kept<T>(key: string, make: () => T): T {
  const found = made.get(key)
  if (found !== undefined) return found as T
  const fresh = make()
  made.set(key, fresh)
  return fresh
}

/** An amount in the reader's language, exact to the last minor unit; never passes through a float. */
export function formatMoney(locale: Locale, amount: Money): string {
  const format = kept(
    `money ${locale} ${amount.currency}`,
    () => new Intl.NumberFormat(INTL_TAG[locale], { style: 'currency', currency: amount.currency }),
  )
  return format.format(decimal(amount) as `${number}`)
}

/** `-1234` in cents is `-12.34`. */
function decimal({ minor, currency }: Money): string {
  const places = CURRENCIES[currency]
  if (places === 0) return minor.toString()
  const digits = (minor < 0n ? -minor : minor).toString().padStart(places + 1, '0')
  return `${minor < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** A whole number with the language's grouping. */
export function formatCount(locale: Locale, count: number | bigint): string {
  return kept(`count ${locale}`, () => new Intl.NumberFormat(INTL_TAG[locale])).format(count)
}

/** A size of a file, in the unit that a person would use. */
export function formatBytes(locale: Locale, bytes: number): string {
  const [value, unit] =
    bytes < 1000 ? [bytes, 'byte'] : bytes < 1e6 ? [bytes / 1e3, 'kilobyte'] : [bytes / 1e6, 'megabyte']
  const options = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 } as const
  return kept(`bytes ${locale} ${unit}`, () => new Intl.NumberFormat(INTL_TAG[locale], options)).format(value)
}

/** The day of an instant in a time zone: `22 Nov 2026`. */
export function formatDay(locale: Locale, at: Date, zone: string): string {
  const options = { day: 'numeric', month: 'short', year: 'numeric', timeZone: zone } as const
  return kept(`day ${locale} ${zone}`, () => new Intl.DateTimeFormat(INTL_TAG[locale], options)).format(at)
}

/** A legal day, `2026-11-22`, as a date of its own whatever the time zone: `22 Nov 2026`. */
export function formatLegalDay(locale: Locale, day: string): string {
  return formatDay(locale, new Date(`${day}T00:00:00Z`), 'UTC')
}

/** The day of the week of an instant in a time zone: `Saturday`. */
export function formatWeekday(locale: Locale, at: Date, zone: string): string {
  const options = { weekday: 'long', timeZone: zone } as const
  return kept(`weekday ${locale} ${zone}`, () => new Intl.DateTimeFormat(INTL_TAG[locale], options)).format(
    at,
  )
}

/** The hour of an instant in a time zone, on 24 hours: `16:30`. */
export function formatHour(locale: Locale, at: Date, zone: string): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone } as const
  return kept(`hour ${locale} ${zone}`, () => new Intl.DateTimeFormat(INTL_TAG[locale], options)).format(at)
}

/** Day and hour together, in the language's own order. */
export function formatMoment(locale: Locale, at: Date, zone: string): string {
  const options = {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  } as const
  return kept(`moment ${locale} ${zone}`, () => new Intl.DateTimeFormat(INTL_TAG[locale], options)).format(at)
}

/** How a time zone is ahead of UTC at an instant: `GMT+7`. */
export function formatZone(locale: Locale, at: Date, zone: string): string {
  const options = { timeZone: zone, timeZoneName: 'shortOffset' } as const
  const format = kept(`zone ${locale} ${zone}`, () => new Intl.DateTimeFormat(INTL_TAG[locale], options))
  return format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? zone
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * How far an instant is from now: minutes within the hour, hours within a day and a half, then calendar days
 * as the time zone counts them, and from three months on months and years.
 */
export function formatRelative(locale: Locale, at: Date, now: Date, zone: string): string {
  const format = kept(
    `relative ${locale}`,
    () => new Intl.RelativeTimeFormat(INTL_TAG[locale], { numeric: 'auto' }),
  )
  const apart = at.getTime() - now.getTime()
  if (Math.abs(apart) < HOUR) return format.format(Math.trunc(apart / MINUTE), 'minute')
  if (Math.abs(apart) < 1.5 * DAY) return format.format(Math.trunc(apart / HOUR), 'hour')
  const days = dayNumber(at, zone) - dayNumber(now, zone)
  if (Math.abs(days) < 90) return format.format(days, 'day')
  if (Math.abs(days) < 700) return format.format(Math.trunc(days / 30.44), 'month')
  return format.format(Math.round(days / 365.25), 'year')
}

/** The count of calendar days since 1970-01-01 in a time zone. */
function dayNumber(at: Date, zone: string): number {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone } as const
  const text = kept(`iso ${zone}`, () => new Intl.DateTimeFormat('en-CA', options)).format(at)
  return Math.round(Date.parse(`${text}T00:00:00Z`) / DAY)
}

/** What `components/ui/instant` shows of an instant. */
export interface InstantText {
  readonly iso: string
  /** Day, and hour when it matters, in the zone's time. */
  readonly text: string
  /** The zone's distance from UTC; given with an hour. */
  readonly zone?: string
  /** The same instant in the reader's time, when that differs. */
  readonly reader?: string
  readonly relative?: string
}

export interface InstantOptions {
  /** The time zone in which the date holds, IANA name. */
  readonly zone: string
  readonly precision?: 'day' | 'hour'
  /** The reader's time zone, when known. */
  readonly readerZone?: string
  /** Given, the text says how long from now. */
  readonly now?: Date
}

/** The texts of an instant for a page. */
export function instantText(locale: Locale, at: Date, options: InstantOptions): InstantText {
  const { zone, precision = 'day', readerZone, now } = options
  const exact = precision === 'hour'
  const write = exact ? formatMoment : formatDay
  const text = write(locale, at, zone)
  const theirs = readerZone && write(locale, at, readerZone)
  return {
    iso: at.toISOString(),
    text,
    ...(exact && { zone: formatZone(locale, at, zone) }),
    ...(theirs && theirs !== text && { reader: `${theirs} ${formatZone(locale, at, readerZone ?? zone)}` }),
    ...(now && { relative: formatRelative(locale, at, now, zone) }),
  }
}
