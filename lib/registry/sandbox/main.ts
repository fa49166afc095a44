/** Entry of the sandbox registry's process. Settings come from the environment; events go out as JSON lines. */
import { Client, type Pool } from 'pg'
import { systemClock } from '@/lib/kernel/clock'
import { openPool } from '@/lib/platform/pool'
import { ensureCertificates } from './certificates'
import { migrate } from './database'
import { seedSandboxRegistry } from './seed'
import { startSandboxRegistry } from './server'

const DEFAULT_PORT = 7700

function setting(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '') throw new Error(`${name} is not set; set it and start again`)
  return value
}

function portSetting(): number {
  const text = process.env.SANDBOX_REGISTRY_PORT ?? String(DEFAULT_PORT)
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`SANDBOX_REGISTRY_PORT is ${text}; it is a port, 0 to 65535`)
  }
  return port
}

function log(event: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify({ at: systemClock.now(), source: 'sandbox-registry', ...event })}\n`)
}

/** The system's time, moved by the demonstration's clock when the portal has one. */
function businessTime(pool: Pool): () => Promise<Date> {
  let hasClock = false
  return async () => {
    if (!hasClock) {
      const { rows } = await pool.query<{ found: boolean }>(
        "select to_regclass('public.demo_clock') is not null as found",
      )
      hasClock = rows[0]?.found ?? false
    }
    const offset = hasClock ? await clockOffset(pool) : 0
    return new Date(systemClock.now().getTime() + offset)
  }
}

async function clockOffset(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ offset_ms: string }>(
    'select offset_ms from public.demo_clock where id = 1',
  )
  return Number(rows[0]?.offset_ms ?? 0)
}

async function prepare(databaseUrl: string, now: Date): Promise<void> {
  const client = new Client({ connectionString: databaseUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await migrate(client)
    await seedSandboxRegistry(client, {
      password: setting('SANDBOX_REGISTRY_PASSWORD'),
      otherPassword: process.env.SANDBOX_REGISTRY_OTHER_PASSWORD,
      now,
    })
  } finally {
    await client.end()
  }
}

async function main(): Promise<void> {
  const databaseUrl = setting('DATABASE_URL')
  const port = portSetting()
  const clockPool = openPool({ connectionString: databaseUrl, max: 2 })
  const now = businessTime(clockPool)
  const certificates = await ensureCertificates(setting('DATA_DIR'), systemClock.now())
  await prepare(databaseUrl, await now())
  const host = process.env.SANDBOX_REGISTRY_HOST ?? '127.0.0.1'
  const registry = await startSandboxRegistry({ databaseUrl, host, port, certificates, now, log })
  const stop = () => {
    registry
      .close()
      .then(() => clockPool.end())
      // Said in so many words: the channel to a parent would keep the process alive.
      .then(() => process.exit(0))
      .catch((error: unknown) => fail(error))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

function fail(error: unknown): void {
  log({ event: 'stopped', cause: error instanceof Error ? error.message : String(error) })
  process.exit(1)
}

main().catch(fail)
