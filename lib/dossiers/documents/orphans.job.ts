import { systemClock } from '@/lib/kernel/clock'
import { db } from '@/lib/platform/db'
import type { Job } from '@/lib/platform/jobs'
import { discard, storedKeys } from '@/lib/platform/storage'

const HOUR_MS = 3_600_000

/** Removes files that no document knows: a process was killed between storing a file and recording it. */
export const removeOrphansJob: Job = {
  task: 'remove-orphans',
  async run() {
    await removeOrphans(new Date(systemClock.now().getTime() - HOUR_MS))
  },
}

/** Removes what is older than `before` and belongs to no document; the number of files. */
export async function removeOrphans(before: Date): Promise<number> {
  let removed = 0
  for await (const keys of storedKeys(before)) {
    if (keys.length === 0) continue
    const known = await db().document.findMany({
      where: { storageKey: { in: keys } },
      select: { storageKey: true },
    })
    const kept = new Set(known.map((document) => document.storageKey))
    for (const key of keys) {
      if (kept.has(key)) continue
      await discard(key)
      removed++
    }
  }
  return removed
}
