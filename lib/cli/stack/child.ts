/** One process of the stack: started, restarted with back-off when it dies, stopped. */
import { type ChildProcess, fork } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { connect } from 'node:net'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemClock } from '@/lib/kernel/clock'

export interface ChildOptions {
  readonly name: string
  /** Path of the bundle. */
  readonly file: string
  readonly env: Readonly<Record<string, string>>
  readonly logFile: string
  /** Resolves when it serves; asked until it does. */
  readonly isReady: () => Promise<boolean>
}

const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 10_000
const READY_LIMIT_MS = 60_000
const STOP_LIMIT_MS = 8_000

export class Child {
  private process: ChildProcess | undefined
  private stopping = false
  private pause = FIRST_PAUSE_MS

  constructor(private readonly options: ChildOptions) {}

  /** The running process's id, for tests that kill it. */
  get pid(): number | undefined {
    return this.process?.pid
  }

  /** Starts it and waits until it serves. Throws with its log file when it does not. */
  async start(): Promise<void> {
    this.stopping = false
    this.launch()
    const until = systemClock.now().getTime() + READY_LIMIT_MS
    while (!(await this.options.isReady())) {
      const { name, logFile } = this.options
      if (this.stopping) return
      if (systemClock.now().getTime() > until) throw new Error(`${name} does not start: see ${logFile}`)
      await sleep(50)
    }
  }

  private launch(): void {
    const { file, env, logFile } = this.options
    mkdirSync(dirname(logFile), { recursive: true })
    const log = createWriteStream(logFile, { flags: 'a' })
    const child = fork(file, [], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
    })
    child.stdout?.pipe(log, { end: false })
    child.stderr?.pipe(log, { end: false })
    const bornAt = systemClock.now().getTime()
    child.once('exit', () => {
      log.end()
      if (this.stopping) return
      // One that lived for a while may come back at once; one that dies at birth waits longer each time.
      const lived = systemClock.now().getTime() - bornAt
      this.pause = lived > LONGEST_PAUSE_MS ? FIRST_PAUSE_MS : Math.min(this.pause * 2, LONGEST_PAUSE_MS)
      setTimeout(() => !this.stopping && this.launch(), this.pause)
    })
    this.process = child
  }

  /** Asks it to stop, and ends it when it does not. */
  async stop(): Promise<void> {
    this.stopping = true
    const child = this.process
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise<void>((done) => child.once('exit', () => done()))
    child.kill('SIGTERM')
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS)
    await gone
    clearTimeout(timer)
  }
}

/** Whether something listens on a loopback port. */
export function listens(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      answer(true)
    })
    socket.once('error', () => answer(false))
  })
}

/** Whether an address answers 2xx. */
export async function answersOk(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5000) })).ok
  } catch {
    return false
  }
}
