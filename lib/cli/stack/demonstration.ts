/** Loads the demonstration data, once, in a process of its own with the portal's environment. */
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'

/** Throws with the reason when the data cannot be loaded. */
export async function loadDemonstration(env: Readonly<Record<string, string>>): Promise<void> {
  const child = spawn(process.execPath, [resolve('dist', 'seed.js')], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const code = await new Promise<number | null>((done) => child.once('exit', done))
  if (code !== 0) throw new Error(said.trim() || 'the demonstration data could not be loaded')
}
