/** The process that makes a fresh demonstration one that is in use; it ends when that is done. */
import './parent-watch'
import { closeDb, db } from '@/lib/platform/db'
import { isDemo } from '@/lib/platform/env'
import { closeLimits } from '@/lib/platform/rate-limit'
import { closeGateway } from '@/lib/registry/connect'
import '@/lib/wiring'
import { isToBeTold, tellStory } from './demo/tell'
import { orStop } from './or-stop'

function say(line: string): void {
  process.stdout.write(`  ${line}\n`)
}

async function tell(): Promise<void> {
  if (!isDemo()) throw new Error('demonstration data is loaded only with DEMO=1')
  if (!(await isToBeTold())) return
  say('Demonstration data loads in the background; meanwhile the portal’s clock comes up from last year …')
  await tellStory().catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`  The demonstration data is not complete (${reason}); the next start carries on.`)
  })
  const [names, applications] = await Promise.all([db().domain.count(), db().dossier.count()])
  say(`Demonstration data is loaded: ${applications} applications, ${names} names. The clock is yours.`)
}

await orStop(async () => {
  await tell()
  await Promise.all([closeGateway(), closeDb(), closeLimits()])
})
process.exit(0)
