/** Secrets at rest: AES-256-GCM under a key derived from AUTH_SECRET for one purpose. */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { env } from './env'

function keyFor(purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', env().AUTH_SECRET, '', `tenure:${purpose}`, 32))
}

/** Encrypts a text for one purpose; what comes out is safe to store. */
export function seal(purpose: string, text: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), iv)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Opens what {@link seal} made for the same purpose. Throws when it was changed or the key is another. */
export function unseal(purpose: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}

/** SHA-256 in hex: how tokens are stored, so that a read of the table opens nothing. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
