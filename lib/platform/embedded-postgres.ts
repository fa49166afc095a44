/** A real PostgreSQL server from npm: set up once, started or joined, and stopped. */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import {
  giveTo,
  installedBinaries,
  postgresBinaries,
  runBinary,
  type ServerUser,
  serverUser,
} from './embedded-binaries'

export interface EmbeddedOptions {
  /** Folder of the cluster. */
  readonly dir: string
  /** Server settings, given on its command line. */
  readonly settings?: Readonly<Record<string, string | number>>
}

export interface EmbeddedPostgres {
  readonly port: number
  readonly pid: number
  /** Whether this call started the server (and not joined a running one). */
  readonly started: boolean
  url(database?: string): string
  stop(): Promise<void>
}

interface Cluster {
  readonly password: string
  readonly port: number
}

/** Starts the cluster in `dir`, or joins it when it runs. Several processes may call this at once. */
export async function startPostgres({ dir, settings = {} }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const user = serverUser()
  const folder = clusterFolder(resolve(dir), user)
  mkdirSync(dirname(folder), { recursive: true, mode: user.uid === undefined ? 0o700 : 0o755 })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  giveTo(user, folder)
  const unlock = await takeStartLock(`${folder}.lock`)
  try {
    const cluster = await setUp(folder, user)
    const started = !(await answers(urlOf(cluster, 'postgres')))
    if (started) await launch(folder, user, cluster, settings)
    return {
      port: cluster.port,
      pid: Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]),
      started,
      url: (database = 'postgres') => urlOf(cluster, database),
      stop: async () => stopServer(folder, user),
    }
  } finally {
    unlock()
  }
}

/** Stops the cluster in `dir` if it runs. */
export function stopPostgres(dir: string): void {
  const user = serverUser()
  stopServer(clusterFolder(resolve(dir), user), user)
}

function stopServer(folder: string, user: ServerUser): void {
  if (!existsSync(join(folder, 'data', 'postmaster.pid'))) return
  const { pgCtl } = postgresBinaries(user)
  runBinary(user, join(folder, 'ctl.log'), pgCtl, ['-D', join(folder, 'data'), '-m', 'fast', '-w', 'stop'])
}

/** An unprivileged account cannot reach a cluster below root's home, so its clusters lie in /var/lib. */
function clusterFolder(dir: string, user: ServerUser): string {
  if (user.uid === undefined) return dir
  return join('/var/lib/tenure', `cluster-${createHash('sha256').update(dir).digest('hex').slice(0, 16)}`)
}

async function setUp(folder: string, user: ServerUser): Promise<Cluster> {
  const file = join(folder, 'cluster.json')
  if (existsSync(join(folder, 'data', 'PG_VERSION')) && existsSync(file)) {
    return JSON.parse(readFileSync(file, 'utf8')) as Cluster
  }
  const cluster: Cluster = { password: randomBytes(18).toString('base64url'), port: await freePort() }
  const data = join(folder, 'data')
  rmSync(data, { recursive: true, force: true })
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 })
  giveTo(user, passwordFile)
  const status = runBinary(user, join(folder, 'ctl.log'), postgresBinaries(user).initdb, [
    ...['-D', data, '-U', 'app', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'],
    ...localeOf(installedBinaries() !== undefined),
    '-N',
  ])
  rmSync(passwordFile, { force: true })
  if (status !== 0) throw new Error(`PostgreSQL could not be set up: see ${join(folder, 'ctl.log')}`)
  writeFileSync(`${file}.new`, JSON.stringify(cluster), { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return cluster
}

/** Text is compared by code point everywhere; the provider that does it alike on all machines came with 17. */
function localeOf(isInstalled: boolean): string[] {
  if (isInstalled) return ['--locale=C.UTF-8']
  return ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
}

async function launch(
  folder: string,
  user: ServerUser,
  { port }: Cluster,
  settings: Readonly<Record<string, string | number>>,
): Promise<void> {
  const data = join(folder, 'data')
  dropStalePid(join(data, 'postmaster.pid'))
  const all: Record<string, string | number> = {
    port,
    listen_addresses: '127.0.0.1',
    max_connections: 100,
    timezone: 'UTC',
    ...(process.platform !== 'win32' && { unix_socket_directories: '' }),
    ...settings,
  }
  const options = Object.entries(all).map(([key, value]) => `-c ${key}=${value === '' ? "''" : value}`)
  const status = runBinary(user, join(folder, 'ctl.log'), postgresBinaries(user).pgCtl, [
    ...['-D', data, '-l', join(folder, 'postgres.log'), '-o', options.join(' '), '-w', '-t', '60', 'start'],
  ])
  if (status !== 0) throw new Error(`PostgreSQL did not start: see ${join(folder, 'postgres.log')}`)
}

/** A dead or zombie server (where PID 1 does not reap) leaves a pid file that pg_ctl would believe. */
function dropStalePid(file: string): void {
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (!isLive(pid)) rmSync(file, { force: true })
}

/** Whether a process runs; a zombie, which nobody reaped, does not. */
export function isLive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return true
  }
}

/** Whether a server takes connections; one that is still starting or recovering is waited for. */
async function answers(url: string): Promise<boolean> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
    try {
      await client.connect()
      await client.end()
      return true
    } catch (error) {
      await client.end().catch(() => undefined)
      const { code } = error as { code?: string }
      if (code !== '57P03' && code !== '53300') return false
      await sleep(100)
    }
  }
  return false
}

/** One process at a time starts a cluster; the lock holds its pid, and a dead owner's lock is taken over. */
async function takeStartLock(file: string): Promise<() => void> {
  mkdirSync(dirname(file), { recursive: true })
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      return () => rmSync(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const owner = Number(existsSync(file) ? readFileSync(file, 'utf8') : NaN)
    if (owner && !isLive(owner)) rmSync(file, { force: true })
    else await sleep(50)
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => done(port))
    })
  })
}

function urlOf({ password, port }: Cluster, database: string): string {
  return `postgresql://app:${password}@127.0.0.1:${port}/${database}`
}
