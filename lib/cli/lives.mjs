#!/usr/bin/env node
/** `npm run lives`: 10,000 lives of names by the pure rules, and a hundred in the database; prints its seeds. */
import { install } from './start.mjs'

install()
const { runStep } = await import('./steps.mjs')

const env = { LIFE_RUNS: process.env.LIFE_RUNS ?? '10000' }
const tests = ['life.properties', 'lives.db', 'plan.properties']
const ok =
  (await runStep('database client', 'prisma', ['generate', '--no-hints'])) &&
  (await runStep('lives', 'vitest', ['run', ...tests, '--testTimeout=900000'], { show: true, env }))
process.exit(ok ? 0 : 1)
