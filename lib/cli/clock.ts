/** `npm run clock -- 2026-12-24T17:00+07:00`: moves the demonstration's clock and waits until it is there. */
import { setTimeout as sleep } from 'node:timers/promises'
import sentences from '@/lib/i18n/en/refusals.json'
import type { Refusal } from '@/lib/kernel/result'
import { moveClock } from '@/lib/operations/move-clock.command'
import { closeDb, db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { joinRunningPortal } from './stack/running'

function sentenceOf({ code, fields }: Refusal): string {
  const said = fields?.[0]?.code ?? code
  return (sentences as Readonly<Record<string, string>>)[said] ?? `refused: ${said}`
}

async function main(): Promise<void> {
  const target = process.argv[2]
  if (!target) throw new Error('say when: npm run clock -- 2026-12-24T17:00+07:00')
  await joinRunningPortal()
  const moved = await execute(moveClock, { target }, { actor: { kind: 'setup' } })
  if (!moved.ok) throw new Error(sentenceOf(moved.refusal))
  for (;;) {
    const move = await db().clockMove.findUniqueOrThrow({ where: { id: moved.value.moveId } })
    if (move.finishedAt) {
      process.stdout.write(
        `The clock stands at ${move.reachedAt?.toISOString()}${move.problem ? `: ${move.problem}` : ''}\n`,
      )
      break
    }
    await sleep(200)
  }
  await closeDb()
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
