/** Host objects that a name needs before it can point at them. */
import { newId } from '@/lib/kernel/ids'
import type { Outcome, NameServer } from '../gateway'
import { ask, transform } from './exchange'
import { checkHosts, createHost } from './host-frames'
import { readHostCheck } from './object-answers'
import type { SessionPool } from './session-pool'

const OBJECT_EXISTS = 2302

/** Whether a name server lies under the name itself, so that it can only exist once the name does. */
export function isSubordinate(server: NameServer, name: string): boolean {
  return server.name === name || server.name.endsWith(`.${name}`)
}

/**
 * Creates the host objects that the registry does not have. `undefined` when all are there; else why not:
 * `refused`, or `unsent` (the command they were meant for did not go out; a host made twice does no harm).
 */
export async function ensureHosts(
  pool: SessionPool,
  servers: readonly NameServer[],
): Promise<Exclude<Outcome<never>, { kind: 'done' | 'unknown' }> | undefined> {
  if (servers.length === 0) return undefined
  const known = await ask(pool, checkHosts(servers.map((server) => server.name)), readHostCheck)
  if (known.kind !== 'done') return notSent(known)
  const missing = new Set(known.value.filter((host) => host.available).map((host) => host.id))
  for (const server of servers.filter((each) => missing.has(each.name))) {
    const made = await transform(pool, newId(), createHost(server), () => undefined)
    if (made.kind === 'done' || (made.kind === 'refused' && made.code === OBJECT_EXISTS)) continue
    return notSent(made)
  }
  return undefined
}

function notSent(outcome: Exclude<Outcome<unknown>, { kind: 'done' }>) {
  return outcome.kind === 'unknown' ? { kind: 'unsent' as const, cause: `hosts: ${outcome.cause}` } : outcome
}
