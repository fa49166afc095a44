#!/usr/bin/env node
/**
 * `npm start`: needs nothing but Node.js and npm. Installs what is missing, builds what is stale, then hands
 * over to the bundled stack. Only `node:` imports here: there may be no dependencies yet.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SOURCES = ['app', 'components', 'lib', 'prisma', 'public', 'package-lock.json', 'next.config.js']
const SOURCE_FILES = [...SOURCES, 'tsconfig.json', 'proxy.ts', 'instrumentation.ts', 'postcss.config.mjs']
const IGNORED = /(^|\/)(generated|node_modules)(\/|$)|\.test\.tsx?$/

process.chdir(ROOT)
requireNode(20, 19)

/** Stops with one sentence; a stack trace would help nobody here. */
function stop(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

function requireNode(major, minor) {
  const [haveMajor = 0, haveMinor = 0] = process.versions.node.split('.').map(Number)
  if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return
  stop(`Tenure needs Node.js ${major}.${minor} or newer; this is ${process.version}. Install a newer one.`)
}

function hashOf(paths) {
  const hash = createHash('sha256')
  const visit = (path) => {
    if (IGNORED.test(path) || !existsSync(path)) return
    let names
    try {
      names = readdirSync(path)
    } catch {
      hash.update(path).update(readFileSync(path))
      return
    }
    for (const name of names.sort()) visit(join(path, name))
  }
  for (const path of paths) visit(path)
  return hash.digest('hex')
}

function isFresh(stamp, hash) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
}

function run(what, command, args) {
  process.stdout.write(`${what}\n`)
  const npm = process.platform === 'win32' && command === 'npm' ? 'npm.cmd' : command
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }
  const done = spawnSync(npm, args, { stdio: 'inherit', env, shell: process.platform === 'win32' })
  if (done.status !== 0) stop(`"${command} ${args.join(' ')}" failed; see above.`)
}

/** Installs the dependencies when they are missing or belong to another lock file. */
export function install() {
  const stamp = join('node_modules', '.tenure-lock')
  const hash = `${hashOf(['package-lock.json'])} ${process.platform}-${process.arch}`
  if (isFresh(stamp, hash)) return
  run('Installing dependencies (once) …', 'npm', ['ci', '--include=dev', '--no-audit', '--no-fund'])
  writeFileSync(stamp, hash)
}

/** Builds when a source has changed since the last build. */
export function build() {
  const stamp = join('dist', '.tenure-build')
  const hash = hashOf(SOURCE_FILES)
  if (isFresh(stamp, hash)) return
  run('Building …', process.execPath, [join('lib', 'cli', 'build.mjs')])
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, hash)
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
  install()
  build()
  await import(join(ROOT, 'dist', 'start.js'))
}
