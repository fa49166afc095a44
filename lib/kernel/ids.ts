import { randomBytes } from 'node:crypto'
import { systemClock } from './clock'

/** A UUIDv7 (RFC 9562 §5.7): sorts by the time it was made, so that indexes stay compact. */
export function newId(at: number = systemClock.now().getTime()): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(at, 0, 6)
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
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
