/** What `npm start` takes from the environment. A wrong value stops it with its name and the fix. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { z } from 'zod'

const port = (fallback: number) =>
  z.coerce
    .number({ error: 'must be a port number' })
    .int()
    .min(1, 'must be a port number')
    .max(65535, 'must be at most 65535')
    .default(fallback)

const schema = z.object({
  PORT: port(3000),
  MAILBOX_PORT: port(1080),
  SMTP_PORT: port(1025),
  EPP_PORT: port(7700),
  SANDBOX_PAY_PORT: port(4242),
  DATA_DIR: z.string().default('.data/portal'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be postgresql://user:password@host:port/database' })
    .optional(),
})

export const PORT_NAMES = ['PORT', 'MAILBOX_PORT', 'SMTP_PORT', 'EPP_PORT', 'SANDBOX_PAY_PORT'] as const
export type Ports = Readonly<Record<(typeof PORT_NAMES)[number], number>>

export interface StackSettings {
  readonly ports: Ports
  /** Absolute. */
  readonly dataDir: string
  /** Left out: the embedded PostgreSQL. */
  readonly databaseUrl?: string
}

/** Reads the settings; throws one error that names every wrong variable. */
export function readSettings(source: Readonly<Record<string, string | undefined>>): StackSettings {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`These settings cannot be used:\n${wrong.join('\n')}`)
  }
  const { DATA_DIR, DATABASE_URL, ...ports } = parsed.data
  const numbers = Object.values(ports)
  const twice = PORT_NAMES.find((name) => numbers.filter((number) => number === ports[name]).length > 1)
  if (twice) throw new Error(`${twice} is ${ports[twice]}, as another port is too: give each its own`)
  return { ports, dataDir: resolve(DATA_DIR), ...(DATABASE_URL && { databaseUrl: DATABASE_URL }) }
}

/** Throws when a port is taken, with its name and the fix. */
export async function requireFreePorts(ports: Ports): Promise<void> {
  for (const name of PORT_NAMES) {
    if (await isFree(ports[name])) continue
    const other = ports[name] + 10_000 > 65_535 ? ports[name] - 1000 : ports[name] + 10_000
    throw new Error(
      `port ${ports[name]} is in use: stop the program that uses it, or start with another one: ${name}=${other} npm start`,
    )
  }
}

function isFree(number: number): Promise<boolean> {
  return new Promise((answer) => {
    const probe = createServer().once('error', () => answer(false))
    probe.listen(number, '127.0.0.1', () => probe.close(() => answer(true)))
  })
}

export interface Secrets {
  readonly authSecret: string
  readonly eppPassword: string
  readonly payKey: string
  readonly webhookSecret: string
  readonly actionsKey: string
}

/** The installation's secrets: made once, readable by its user alone. */
export function installationSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const secret = () => randomBytes(33).toString('base64url')
  const secrets: Secrets = {
    authSecret: secret(),
    eppPassword: randomBytes(9).toString('base64url'),
    payKey: secret(),
    webhookSecret: secret(),
    actionsKey: randomBytes(32).toString('base64'),
  }
  writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return secrets
}
