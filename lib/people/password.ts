import { hash, verify } from '@node-rs/argon2'

/** argon2id with OWASP's second recommended setting: 19 MiB, 2 passes, 1 lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Hash of a password, with its salt and parameters. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST)
}

// Verified against when there is no such account, so that both take the same time.
let decoy: Promise<string> | undefined

/** Whether a password fits; takes as long when there is nothing to compare with. */
export async function passwordFits(password: string, stored: string | null | undefined): Promise<boolean> {
  decoy ??= hashPassword('no account has this password')
  const fits = await verify(stored ?? (await decoy), password.normalize('NFKC'))
  return fits && stored != null
}
