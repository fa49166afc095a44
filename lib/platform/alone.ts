/**
 * Work that one worker does at a time, over all of them: a registry command under way must not be taken for one whose
 * answer was lost, and a mail is handed over once. The lock is of a database session, so it ends with its process.
 */
import pg from 'pg'
import { env } from './env'

const kept = globalThis as { tenureLocks?: { client: Promise<pg.Client>; held: Set<string> } }

function locks() {
  kept.tenureLocks ??= { client: connect(), held: new Set() }
  return kept.tenureLocks
}

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL })
  // A broken session has lost its locks; the next delivery opens another.
  client.on('error', () => {
    kept.tenureLocks = undefined
  })
  await client.connect()
  return client
}

/** Runs `work` unless somebody else is at the same key; whether it ran. */
export async function alone(key: string, work: () => Promise<void>): Promise<boolean> {
  const { client, held } = locks()
  if (held.has(key)) return false
  held.add(key)
  try {
    const session = await client
    const { rows } = await session.query<{ mine: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 1)) AS mine',
      [key],
    )
    if (!rows[0]?.mine) return false
    try {
      await work()
      return true
    } finally {
      await session.query('SELECT pg_advisory_unlock(hashtextextended($1, 1))', [key])
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
