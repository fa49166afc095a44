/** The portal under test: each Playwright worker has its own database, ports, data folder and processes. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { loadDemonstration } from '@/lib/cli/stack/demonstration'
import { installationSecrets, type Ports } from '@/lib/cli/stack/settings'
import { type Stack, startStack } from '@/lib/cli/stack/stack'
import { closeDb } from '@/lib/platform/db'
import { databaseCopy } from '@/lib/platform/test-database'
import { Mailbox } from './mailbox'
import type { Scene } from './security/scene'

export interface Portal extends Stack {
  readonly ports: Ports
  readonly databaseUrl: string
  readonly mailbox: Mailbox
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => done(port))
    })
  })
}

export async function freePorts(): Promise<Ports> {
  const [PORT, MAILBOX_PORT, SMTP_PORT, EPP_PORT, SANDBOX_PAY_PORT] = await Promise.all(
    Array.from({ length: 5 }, freePort),
  )
  return {
    PORT: PORT!,
    MAILBOX_PORT: MAILBOX_PORT!,
    SMTP_PORT: SMTP_PORT!,
    EPP_PORT: EPP_PORT!,
    SANDBOX_PAY_PORT: SANDBOX_PAY_PORT!,
  }
}

/**
 * Starts a portal of its own, with accounts and nothing else; `inUse` as `loadDemonstration` has it. `stop` ends
 * its processes and drops its data.
 */
export async function startPortal({ inUse = false } = {}): Promise<{
  portal: Portal
  stop: () => Promise<void>
}> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tenure-e2e-'))
  const database = await databaseCopy()
  const ports = await freePorts()
  const stack = await startStack({
    ports,
    dataDir,
    databaseUrl: database.url,
    secrets: installationSecrets(dataDir),
  })
  Object.assign(process.env, stack.env)
  await loadDemonstration(stack.env, { inUse })
  const portal = { ...stack, ports, databaseUrl: database.url, mailbox: new Mailbox(stack.urls.mailbox) }
  const stop = async () => {
    await closeDb()
    await stack.stop()
    await database.drop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { portal, stop }
}

export const test = base.extend<object, { portal: Portal; scene: Scene }>({
  portal: [
    async ({}, provide) => {
      const { portal, stop } = await startPortal()
      await provide(portal)
      await stop()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  // Set for the first test that wants it; nobody changes it.
  scene: [
    async ({ portal }, provide) => {
      if (!portal.urls.portal) throw new Error('a scene needs a portal')
      const { setScene } = await import('./security/scene')
      await provide(await setScene())
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ portal }, provide) => provide(portal.urls.portal),
  // On the same portal as the others: a project of its own would start further ones.
  javaScriptEnabled: async ({}, provide, { title }) => provide(!title.endsWith('@nojs')),
})

export { expect } from '@playwright/test'
