#!/usr/bin/env node
/** `npm run check`: types, lint, format, import rules, dead code, then every test that needs no browser. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { finish, runStep } from './steps.mjs'

const RESULT = 'test-results/vitest.json'

/** Where the SQL of its own is that decides: locks, guards, set-based writes. */
const OLDEST = [
  'lib/platform',
  'lib/dossiers',
  'lib/billing/ledger',
  'lib/billing/receive',
  'lib/domains/sweep/sweep',
  'lib/notices/schedule',
  'lib/operations/exceptions',
  'lib/operations/runs',
  'lib/registry/delivery',
]

/** What the tools know of files whose content is the same as last time; a fresh checkout has none of it. */
const KEPT = 'node_modules/.cache/check'
const BY_CONTENT = '--cache-strategy content'

const STATIC = [
  ['lint', 'eslint', words(`--max-warnings 0 --cache --cache-location ${KEPT}/eslint/ ${BY_CONTENT} .`)],
  [
    'import rules',
    'depcruise',
    words(`app components lib e2e --config .dependency-cruiser.cjs --cache ${KEPT}/imports ${BY_CONTENT}`),
  ],
  // Two packages bring a `tsc`: this is the quick one.
  ['types', 'typescript-7/bin/tsc', words('--noEmit -p .')],
  ['format', 'biome', words('format .')],
  ['dead code', 'knip', []],
]

function words(line) {
  return line.split(' ')
}

/** Runs all checks. `all` wants all six languages. The numbers of what passed and failed. */
export async function check({ all }) {
  process.env.CATALOGUES = all ? 'all' : ''
  const prepared = await runStep('database client', 'prisma', ['generate', '--no-hints'])
  const counts = { passed: 0, failed: prepared ? 0 : 1 }
  const queue = [...STATIC]
  const lane = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) {
      counts[(await runStep(...step)) ? 'passed' : 'failed']++
    }
  }
  await Promise.all([lane(), lane()])
  const tested = add(counts, await unitTests('unit and database tests', [], {}))
  return all ? add(tested, await oldestPostgres()) : tested
}

/** The database tests once more, on the oldest PostgreSQL that is supported, where it is installed. */
async function oldestPostgres() {
  const bin = '/usr/lib/postgresql/15/bin'
  if (!existsSync(bin)) {
    process.stdout.write('skipped: the database tests on PostgreSQL 15, which is not installed\n')
    return { passed: 0, failed: 0 }
  }
  return unitTests('database tests on PostgreSQL 15', OLDEST, { TENURE_PG_BIN: bin })
}

async function unitTests(name, folders, env) {
  mkdirSync('test-results', { recursive: true })
  rmSync(RESULT, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${RESULT}`]
  const ok = await runStep(name, 'vitest', ['run', ...folders, ...reporters], { show: true, env })
  try {
    const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(RESULT, 'utf8'))
    return { passed, failed: ok ? failed : Math.max(failed, 1) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

/** The sum of two counts. */
export function add(one, other) {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed }
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
  finish(await check({ all: process.argv.includes('--all') }))
}
