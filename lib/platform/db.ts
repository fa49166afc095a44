/** The database client: one per process. */
import { PrismaPg } from '@prisma/adapter-pg'
import { env } from './env'
import { PrismaClient } from './generated/client'
import { openPool } from './pool'

/** A transaction's client, as every store gets it. */
export type Tx = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>

// Next evaluates modules several times in one process; a client per evaluation would multiply connections.
const kept = globalThis as { tenureDb?: PrismaClient }

/** The client. Throws during `next build`, which must not need a database. */
export function db(): PrismaClient {
  if (process.env.NEXT_PHASE === 'phase-production-build') throw new Error('the build opened the database')
  kept.tenureDb ??= new PrismaClient({
    adapter: new PrismaPg(openPool({ connectionString: env().DATABASE_URL, max: env().DATABASE_POOL }), {
      disposeExternalPool: true,
    }),
    transactionOptions: { maxWait: 15_000, timeout: 15_000 },
  })
  return kept.tenureDb
}

/** Closes the connections of this process; the next use opens new ones. */
export async function closeDb(): Promise<void> {
  const open = kept.tenureDb
  kept.tenureDb = undefined
  await open?.$disconnect()
}
