/** Loads the demonstration data, once, in processes of its own with the portal's environment. */
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { resolve } from 'node:path'

type Environment = Readonly<Record<string, string>>

/**
 * Loads the accounts and the clock; with `inUse` a clock in the past, from where {@link tellStory} goes on.
 * Throws with the reason when they cannot be loaded.
 */
export async function loadDemonstration(env: Environment, { inUse = false } = {}): Promise<void> {
  const child = spawn(process.execPath, [resolve('dist', 'seed.js'), ...(inUse ? ['--in-use'] : [])], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const code = await exitOf(child)
  if (code !== 0) throw new Error(said.trim() || 'the demonstration data could not be loaded')
}

/** A story under way. */
export interface Telling {
  /** Its process's exit code: 0 when all is told, null when it was stopped. */
  readonly done: Promise<number | null>
  readonly pid: number | undefined
  /** Breaks it off; the next one tells the rest. */
  stop(): Promise<void>
}

/**
 * Tells what happened on the portal before a newcomer opens it: dossiers, payments, names; nothing twice. It
 * says itself how it goes.
 */
export function tellStory(env: Environment): Telling {
  const child = fork(resolve('dist', 'demonstration.js'), [], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  })
  const done = exitOf(child)
  const stop = async () => {
    child.kill('SIGTERM')
    await done
  }
  return { done, pid: child.pid, stop }
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((done) => child.once('exit', done))
}
