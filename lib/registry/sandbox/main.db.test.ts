import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@/lib/kernel/ids'
import { createEppGateway } from '../epp/epp-gateway'
import type { RegistryGateway } from '../gateway'
import { caFile } from './certificates'
import { createDatabase, createHolder, PASSWORD } from './registry-under-test'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const folder = mkdtempSync(join(root, 'node_modules', '.sandbox-registry-'))
const dataDir = mkdtempSync(join(tmpdir(), 'sandbox-registry-'))
let database: Awaited<ReturnType<typeof createDatabase>>
const started: ChildProcess[] = []

interface Running {
  readonly process: ChildProcess
  readonly gateway: RegistryGateway
  readonly ended: Promise<number | null>
}

beforeAll(async () => {
  database = await createDatabase()
  await build({
    entryPoints: [fileURLToPath(new URL('./main.ts', import.meta.url))],
    outfile: join(folder, 'sandbox.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    alias: { '@': root },
  })
})
afterAll(async () => {
  for (const process of started) process.kill('SIGKILL')
  await database.drop()
  rmSync(folder, { recursive: true })
  rmSync(dataDir, { recursive: true })
})

async function start(env: Readonly<Record<string, string>> = {}): Promise<Running> {
  const child = spawn(process.execPath, [join(folder, 'sandbox.mjs')], {
    env: {
      ...process.env,
      DATABASE_URL: database.databaseUrl,
      DATA_DIR: dataDir,
      SANDBOX_REGISTRY_PORT: '0',
      SANDBOX_REGISTRY_PASSWORD: PASSWORD,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  started.push(child)
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  for await (const line of createInterface({ input: child.stdout })) {
    const event = JSON.parse(line) as { event: string; port: number; cause?: string }
    if (event.event === 'stopped') throw new Error(event.cause)
    if (event.event === 'listening') {
      child.stdout.resume()
      const ca = readFileSync(caFile(dataDir), 'utf8')
      const gateway = createEppGateway({
        host: '127.0.0.1',
        port: event.port,
        ca,
        clientId: 'tenure',
        password: PASSWORD,
      })
      return { process: child, gateway, ended }
    }
  }
  throw new Error('the registry ended before it listened')
}

test('kill -9 loses nothing that was answered; SIGTERM ends it cleanly', async () => {
  const first = await start()
  const holder = await createHolder(first.gateway)
  const answered: string[] = []
  const work = Array.from({ length: 40 }, async (_, i) => {
    const name = `giet${i}.vn`
    const outcome = await first.gateway.createDomain(newId(), { name, years: 1, registrant: holder })
    if (outcome.kind === 'done') answered.push(name)
    if (answered.length === 5) first.process.kill('SIGKILL')
  })
  await Promise.all([...work, first.ended])
  await first.gateway.close()
  expect(answered.length).toBeGreaterThanOrEqual(5)
  const second = await start()
  for (const name of answered) {
    expect(await second.gateway.infoDomain(name)).toMatchObject({ kind: 'done', value: { name } })
  }
  second.process.kill('SIGTERM')
  expect(await second.ended).toBe(0)
  await second.gateway.close()
})

test('it lives by the demonstration clock when there is one', async () => {
  const client = new Client({ connectionString: database.databaseUrl })
  await client.connect()
  await client.query('create table public.demo_clock (id int primary key, offset_ms bigint not null)')
  await client.query('insert into public.demo_clock values (1, 31536000000000)')
  await client.end()
  const { gateway, process: child, ended } = await start()
  const holder = await createHolder(gateway, 'HOLDER-FUTURE')
  const outcome = await gateway.createDomain(newId(), { name: 'tuonglai.vn', years: 1, registrant: holder })
  expect(outcome.kind === 'done' && outcome.value.createdAt.getUTCFullYear()).toBeGreaterThan(3000)
  await gateway.close()
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})

test.each([
  ['SANDBOX_REGISTRY_PORT', 'seven'],
  ['DATA_DIR', ''],
  ['SANDBOX_REGISTRY_PASSWORD', ''],
])('a wrong %s stops it with its name', async (name, value) => {
  await expect(start({ [name]: value })).rejects.toThrow(name)
})
