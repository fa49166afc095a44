/** Lets a command-line tool work on the portal that `npm start` runs, or on the one of the environment. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSettings } from './settings'

const FILE = 'environment.json'

/** Writes down the environment of a running stack; readable by its user alone. */
export function rememberEnvironment(dataDir: string, env: Readonly<Record<string, string>>): void {
  const file = join(dataDir, FILE)
  writeFileSync(`${file}.new`, JSON.stringify(env), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/** Takes over the environment of the stack on DATA_DIR unless the own one is complete. Throws when neither is. */
export async function joinRunningPortal(): Promise<void> {
  if (process.env.DATABASE_URL && process.env.AUTH_SECRET) return
  const file = join(readSettings(process.env).dataDir, FILE)
  if (!existsSync(file))
    throw new Error('no portal runs here: start it with `npm start`, or set DATABASE_URL and the rest')
  const remembered = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  for (const [name, value] of Object.entries(remembered)) process.env[name] ??= value
}
