/** Passwords and authorisation codes at rest: salted scrypt, so that a copy of the database gives none away. */
import { randomBytes, scrypt as scryptCallback, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const scrypt = promisify(scryptCallback) as (secret: string, salt: Buffer, length: number) => Promise<Buffer>
const LENGTH = 32

export async function hashSecret(secret: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await scrypt(secret, salt, LENGTH)
  return `scrypt$${salt.toString('base64')}$${hash.toString('base64')}`
}

/** Whether `secret` is the one behind `stored`; without one stored, nothing is (after the same work). */
export async function isSecret(secret: string, stored: string | null | undefined): Promise<boolean> {
  const [, salt = '', hash = ''] = (stored ?? '').split('$')
  const expected = Buffer.from(hash, 'base64')
  const given = await scrypt(secret, Buffer.from(salt, 'base64'), LENGTH)
  return expected.length === LENGTH && timingSafeEqual(given, expected)
}
