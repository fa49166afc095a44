/** `npm run build`: the Prisma client, the bundles of everything outside Next, and the web server. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

/** What runs outside Next, by name of its bundle in `dist/`. */
const ENTRIES = {
  start: 'lib/cli/start.ts',
  web: 'lib/cli/web.ts',
  worker: 'lib/cli/worker.ts',
  migrate: 'lib/cli/migrate.ts',
  clock: 'lib/cli/clock.ts',
  staff: 'lib/cli/staff.ts',
  seed: 'lib/cli/seed.ts',
  demonstration: 'lib/cli/demonstration.ts',
  mailbox: 'lib/cli/mailbox.ts',
  'ledger-check': 'lib/cli/ledger-check.ts',
  'stop-test-cluster': 'lib/cli/stop-test-cluster.ts',
  'sandbox-registry': 'lib/cli/sandbox-registry.ts',
  'sandbox-pay': 'lib/cli/sandbox-pay.ts',
}

function run(command, args) {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }
  const bin = join('node_modules', '.bin', command)
  const done = spawnSync(bin, args, { stdio: 'inherit', env, shell: process.platform === 'win32' })
  if (done.status !== 0) process.exit(done.status ?? 1)
}

run('prisma', ['generate', '--no-hints'])
rmSync('dist', { recursive: true, force: true })
await build({
  entryPoints: ENTRIES,
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
})
if (!process.argv.includes('--bundles-only')) {
  run('next', ['build'])
  cpSync('.next/static', '.next/standalone/.next/static', { recursive: true })
  if (existsSync('public')) cpSync('public', '.next/standalone/public', { recursive: true })
}
