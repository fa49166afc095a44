/** `npm start`, once dependencies and build are there: database, data, processes, and what a person needs to know. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { stopPostgres } from '@/lib/platform/embedded-postgres'
import { announce } from './stack/announce'
import { takeDataFolder } from './stack/data-folder'
import { ensureDatabase, hasDemonstration, migrateAll } from './stack/database'
import { loadDemonstration, type Telling, tellStory } from './stack/demonstration'
import { watchPostgres } from './stack/postgres-watch'
import { rememberEnvironment } from './stack/running'
import { installationSecrets, readSettings, requireFreePorts, type StackSettings } from './stack/settings'
import { startStack } from './stack/stack'

const FRESH = process.argv.includes('--fresh')

async function openDatabase({ databaseUrl, dataDir }: StackSettings) {
  if (databaseUrl) {
    if (FRESH)
      throw new Error(
        '--fresh deletes data, so it works only with the embedded PostgreSQL: empty the database of DATABASE_URL yourself',
      )
    return { url: databaseUrl, stop: async () => undefined }
  }
  const dir = join(dataDir, 'postgres')
  if (FRESH) {
    stopPostgres(dir)
    for (const part of ['postgres', 'documents', 'mail'])
      rmSync(join(dataDir, part), { recursive: true, force: true })
  }
  const { server, stop } = await watchPostgres(dir)
  await ensureDatabase(server.url(), 'tenure')
  return { url: server.url('tenure'), stop }
}

async function main(): Promise<void> {
  const settings = readSettings(process.env)
  takeDataFolder(settings.dataDir)
  await requireFreePorts(settings.ports)
  const database = await openDatabase(settings)
  await migrateAll(database.url)
  const isLoaded = await hasDemonstration(database.url)
  const secrets = installationSecrets(settings.dataDir)
  let stopping = false
  let stack: Awaited<ReturnType<typeof startStack>> | undefined
  let telling: Telling | undefined = undefined
  const stop = async () => {
    if (stopping) return
    stopping = true
    process.stdout.write('\nStopping …\n')
    await telling?.stop()
    await stack?.stop()
    await database.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
  try {
    stack = await startStack({ ...settings, databaseUrl: database.url, secrets })
    rememberEnvironment(settings.dataDir, stack.env)
    if (!stopping && !isLoaded) await loadDemonstration(stack.env, { inUse: true })
  } catch (error) {
    await stack?.stop()
    await database.stop()
    throw error
  }
  if (stopping) return
  announce(stack.urls, settings)
  telling = tellStory(stack.env)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
