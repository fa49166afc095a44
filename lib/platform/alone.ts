/**
 * Work that one worker does at a time, over all of them: a registry command under way must not be taken for one whose
 * answer was lost, and a mail is handed over once. The lock is of a database session, so it ends with its process.
 */
import pg from 'pg'
import { env } from './env'
import { oneByOne } from './one-by-one'

interface Locks {
  readonly client: Promise<pg.Client>
  readonly held: Set<string>
  readonly next: ReturnType<typeof oneByOne>
}

const kept = globalThis as { tenureLocks?: Locks | undefined }

function locks(): Locks {
  kept.tenureLocks ??= connect()
  return kept.tenureLocks
}

function connect(): Locks {
  const client = new pg.Client({ connectionString: env().DATABASE_URL })
  const connected = client.connect().then(() => client)
  const opened: Locks = { client: connected, held: new Set(), next: oneByOne() }
  client.on('error', () => forget(opened))
  connected.catch(() => forget(opened))
  return opened
}

/** A broken session has lost its locks, and one that did not come about never had any: the next work opens another. */
function forget(broken: Locks): void {
  if (kept.tenureLocks === broken) kept.tenureLocks = undefined
}

/** Asks the session one thing at a time. */
async function ask(open: Locks, text: string, key: string): Promise<boolean> {
  try {
    const { rows } = await open.next(async () => (await open.client).query<{ mine: boolean }>(text, [key]))
    return rows[0]?.mine ?? false
  } catch (error) {
    forget(open)
    // What it may hold still ends with it.
    void open.client.then((client) => client.end()).catch(() => undefined)
    throw error
  }
}

/** Runs `work` unless somebody else is at the same key; whether it ran. */
export async function alone(key: string, work: () => Promise<void>): Promise<boolean> {
  const open = locks()
  const { held } = open
  if (held.has(key)) return false
  held.add(key)
  try {
    if (!(await ask(open, 'SELECT pg_try_advisory_lock(hashtextextended($1, 1)) AS mine', key))) return false
    try {
      await work()
      return true
    } finally {
      await ask(open, 'SELECT pg_advisory_unlock(hashtextextended($1, 1)) AS mine', key)
    }
  } finally {
    held.delete(key)
  }
}

/** Closes the session; its locks go with it. */
export async function closeLocks(): Promise<void> {
  const open = kept.tenureLocks
  kept.tenureLocks = undefined
  await (await open?.client)?.end()
}
