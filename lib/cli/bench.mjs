#!/usr/bin/env node
/** `npm run bench -- sweep`: one benchmark of e2e/bench, on a throw-away database. Ratios, never bare times. */
import { readdirSync } from 'node:fs'
import { install } from './start.mjs'

install()
const { runStep } = await import('./steps.mjs')

const known = readdirSync('e2e/bench')
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''))
const [name] = process.argv.slice(2)
if (!name || !known.includes(name)) {
  process.stderr.write(`name one of: ${known.join(', ')}\n`)
  process.exit(1)
}
const ok =
  (await runStep('database client', 'prisma', ['generate', '--no-hints'])) &&
  (await runStep(name, 'tsx', ['--expose-gc', `e2e/bench/${name}.bench.ts`], { show: true }))
process.exit(ok ? 0 : 1)
