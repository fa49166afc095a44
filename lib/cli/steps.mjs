/** How the checks run their tools and say what came of it. Plain JavaScript: it runs before anything is built. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'

/**
 * Runs a tool of node_modules, by its command or by its script's path there; prints its name and time, and its
 * output when it fails (or `show` is set).
 */
export async function runStep(name, tool, args, { show = false, env = {} } = {}) {
  const began = performance.now()
  const isScript = tool.includes('/')
  const command = isScript ? process.execPath : join('node_modules', '.bin', tool)
  const child = spawn(command, isScript ? [join('node_modules', tool), ...args] : args, {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0', ...env },
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    shell: !isScript && process.platform === 'win32',
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      said += chunk
    })
  }
  const code = await new Promise((done) => {
    child.once('error', () => done(1))
    child.once('exit', done)
  })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`)
  if (code !== 0 && !show) process.stdout.write(`${said}\n`)
  return code === 0
}

/** Prints the closing line and ends the process accordingly. */
export function finish({ passed, failed }) {
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
  process.exit(failed === 0 ? 0 : 1)
}
