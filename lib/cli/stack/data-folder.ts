/** The folder of one installation, and who runs on it. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Makes the folder and takes it for this process until it ends; a lock left by a killed one is taken over.
 * Throws with the name of the setting when the folder cannot be written, or when another process runs on it.
 */
export function takeDataFolder(dataDir: string): void {
  const lock = join(dataDir, 'running.pid')
  const holder = withItsName(dataDir, () => {
    makeFolder(dataDir)
    return existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : undefined
  })
  if (holder && holder !== process.pid && isRunning(holder)) {
    throw new Error(
      `Tenure already runs on ${dataDir} (process ${holder}): stop it, or set DATA_DIR to another folder`,
    )
  }
  withItsName(dataDir, () => writeFileSync(lock, String(process.pid)))
  process.once('exit', () => rmSync(lock, { force: true }))
}

function withItsName<T>(dataDir: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException
    throw new Error(
      `DATA_DIR is ${dataDir}, which cannot be used (${code}): name a folder that you may write to`,
    )
  }
}

/** One level after the other: Node's own way never ends on file systems that make no folders, such as /proc. */
function makeFolder(dir: string): void {
  if (existsSync(dir)) return
  makeFolder(dirname(dir))
  mkdirSync(dir, { mode: 0o700 })
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
