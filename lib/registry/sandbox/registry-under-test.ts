/** A database and a sandbox registry of its own for each test file; needs TEST_DATABASE_URL (a superuser's). */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, type Pool } from 'pg'
import { systemClock } from '@/lib/kernel/clock'
import { openPool } from '@/lib/platform/pool'
import { createEppGateway, type EppGatewayOptions } from '../epp/epp-gateway'
import type { RegistryGateway } from '../gateway'
import { type Certificates, ensureCertificates } from './certificates'
import type { Limits } from './connection'
import { migrate, withClient } from './database'
import { OTHER_ACCOUNT, PORTAL_ACCOUNT, seedSandboxRegistry } from './seed'
import { startSandboxRegistry, type SandboxRegistry } from './server'

export const PASSWORD = 'portal-password'
const OTHER_PASSWORD = 'other-password'

export class RegistryUnderTest {
  /** Business time; may be moved. */
  now = new Date('2026-03-02T03:00:00Z')
  /** Every frame that the registry sent to gateways. */
  readonly answers: string[] = []
  readonly db: Pool
  private readonly gateways: RegistryGateway[] = []
  private registry?: SandboxRegistry

  constructor(
    private readonly database: TestDatabase,
    private readonly folder: string,
    readonly certificates: Certificates,
    private readonly limits?: Partial<Limits>,
  ) {
    this.db = openPool({ connectionString: database.databaseUrl, max: 4 })
  }

  get port(): number {
    return this.registry?.port ?? 0
  }

  /** Starts the server, on the port that it had before if it had one. */
  async start(): Promise<void> {
    this.registry = await startSandboxRegistry({
      databaseUrl: this.database.databaseUrl,
      host: '127.0.0.1',
      port: this.port,
      certificates: this.certificates,
      now: async () => this.now,
      log: () => undefined,
      limits: this.limits,
    })
  }

  async restart(): Promise<void> {
    await this.registry?.close()
    await this.start()
  }

  gateway(options: Partial<EppGatewayOptions> = {}): RegistryGateway {
    const gateway = createEppGateway({
      host: 'localhost',
      port: this.port,
      ca: this.certificates.ca,
      clientId: PORTAL_ACCOUNT,
      password: PASSWORD,
      timeoutMs: 20_000,
      onFrame: (direction, xml) => {
        if (direction === 'received') this.answers.push(xml)
      },
      ...options,
    })
    this.gateways.push(gateway)
    return gateway
  }

  otherGateway(): RegistryGateway {
    return this.gateway({ clientId: OTHER_ACCOUNT, password: OTHER_PASSWORD })
  }

  async stop(): Promise<void> {
    await Promise.all(this.gateways.map((gateway) => gateway.close()))
    await this.registry?.close()
    await this.db.end()
    await this.database.drop()
    rmSync(this.folder, { recursive: true })
  }
}

export async function startRegistryUnderTest(limits?: Partial<Limits>): Promise<RegistryUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-registry-'))
  const certificates = await ensureCertificates(folder, systemClock.now())
  const registry = new RegistryUnderTest(await createDatabase(), folder, certificates, limits)
  await withClient(registry.db, async (client) => {
    await migrate(client)
    const passwords = { password: PASSWORD, otherPassword: OTHER_PASSWORD }
    await seedSandboxRegistry(client, { ...passwords, now: registry.now })
  })
  await registry.start()
  return registry
}

interface TestDatabase {
  readonly databaseUrl: string
  readonly drop: () => Promise<void>
}

/** A new, empty database on the test cluster. */
export async function createDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL
  if (server === undefined) throw new Error('TEST_DATABASE_URL is not set')
  const name = `sandbox_${randomBytes(8).toString('hex')}`
  await onServer(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { databaseUrl: url.href, drop: () => onServer(server, `drop database ${name} with (force)`) }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Creates the contact that test names belong to, and gives its id. */
export async function createHolder(gateway: RegistryGateway, id = 'HOLDER-1'): Promise<string> {
  const made = await gateway.createContact(`holder-${id}`, {
    id,
    postal: { name: 'Nguyễn Văn A', street: ['1 Phố Huế'], city: 'Hà Nội', country: 'VN' },
    voice: '+84912345678',
    email: 'holder@example.com',
  })
  if (made.kind !== 'done') throw new Error(JSON.stringify(made))
  return id
}
