/** Codes that stand in for a lost authenticator. */
import { randomBytes } from 'node:crypto'
import { sha256 } from '@/lib/platform/seal'

/** How many a user gets at a time. */
export const RECOVERY_CODES = 10

/** Crockford's base 32: nothing in it can be taken for something else when it is copied by hand. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 16

/** A fresh code of 80 random bits, in four groups of four. */
export function newRecoveryCode(): string {
  let bits = BigInt(`0x${randomBytes(10).toString('hex')}`)
  let text = ''
  for (let index = 0; index < LENGTH; index++) {
    text = ALPHABET[Number(bits & 31n)] + text
    bits >>= 5n
  }
  return text.match(/.{4}/g)!.join('-')
}

/** The code as it was made, however it was typed: case, gaps, and O, I or L for a digit do not count. */
function bare(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
}

/** How a code is stored. 80 random bits cannot be guessed from their hash, so it needs no salt and no cost. */
export function recoveryCodeHash(typed: string): string {
  return sha256(`recovery:${bare(typed)}`)
}
