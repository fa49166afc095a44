#!/usr/bin/env node
/** `npm test`: installs and builds what is missing, then every check, all six languages, and the journeys. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { build, install } from './start.mjs'

const RESULT = 'test-results/playwright.json'

install()
const { findChromium } = await import('./chromium.mjs')
const { add, check } = await import('./check.mjs')
const { finish, runStep } = await import('./steps.mjs')

const chromium = findChromium()
const checked = await check({ all: true })
build()
finish(add(checked, await journeys()))

async function journeys() {
  mkdirSync('test-results', { recursive: true })
  rmSync(RESULT, { force: true })
  const env = { PW_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: RESULT }
  const ok = await runStep('journeys', 'playwright', ['test', '--reporter=list,json'], { show: true, env })
  if (!existsSync(RESULT)) return { passed: 0, failed: 1 }
  const { stats, suites } = JSON.parse(readFileSync(RESULT, 'utf8'))
  const { expected, unexpected, flaky } = stats
  for (const line of suites.flatMap(failures)) process.stdout.write(`${line}\n`)
  stopTestCluster()
  return { passed: expected + flaky, failed: ok ? unexpected : Math.max(unexpected, 1) }
}

/** A line for each failed journey with what it met, so that the end of a long output says why it failed. */
function failures({ file, specs = [], suites = [] }) {
  const failed = specs.filter(({ ok }) => !ok)
  const told = failed.map(({ title, tests }) => {
    const met = tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors))
    const said = met.map(({ message, location }) => `line ${location?.line}: ${message?.slice(0, 600)}`)
    return `FAILED ${file}: ${title}\n${said.join('\n')}`
  })
  return [...told, ...suites.flatMap(failures)]
}

/** The throw-away cluster outlives a test run on purpose; after all of them it has done its work. */
function stopTestCluster() {
  for (const bin of ['', '/usr/lib/postgresql/15/bin']) {
    const env = { ...process.env, TENURE_PG_BIN: bin }
    if (bin === '' || existsSync(bin))
      spawnSync(process.execPath, ['dist/stop-test-cluster.js'], { stdio: 'inherit', env })
  }
}
