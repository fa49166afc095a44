import { randomBytes } from 'node:crypto'
import { systemClock } from './clock'

/** The first half of the counter's range is for its random start, so that a millisecond has room for 2,048 ids. */
const START_BITS = 0x7ff
const LAST = 0xfff

let latest = { at: 0, counter: LAST }

/**
 * A UUIDv7 (RFC 9562 §5.7): sorts by the time it was made, so that indexes stay compact. Ids of one process sort in the
 * order in which they were made, within a millisecond and over a clock set back too (§6.2, method 1): lists are newest
 * first by them.
 */
export function newId(): string {
  const now = systemClock.now().getTime()
  if (now > latest.at) latest = { at: now, counter: startOfCounter() }
  else if (latest.counter < LAST) latest.counter++
  else latest = { at: latest.at + 1, counter: startOfCounter() }
  return uuid7(latest.at, latest.counter)
}

/** A UUIDv7 of another instant, in milliseconds: no order among those of one millisecond. */
export function idAt(at: number): string {
  return uuid7(at, randomBytes(2).readUInt16BE() & LAST)
}

function startOfCounter(): number {
  return randomBytes(2).readUInt16BE() & START_BITS
}

function uuid7(at: number, counter: number): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(at, 0, 6)
  bytes.writeUInt16BE(0x7000 | counter, 6)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** A secret for links and keys: 256 random bits, URL-safe. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text from outside has the form of an id; says nothing of its existence. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value)
}
