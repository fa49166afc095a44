/** How far the demonstration's story has been told; the row is missing where it is not to be told at all. */
import type { Tx } from '@/lib/platform/db'

const KEY = 'demonstration-story'

export interface StoryProgress {
  /** How many of its steps are done. */
  readonly done: number
  /** When the last one was; the clock belongs to the operator from then on. ISO 8601, system time. */
  readonly loadedAt?: string
}

/** The progress, or null. */
export async function readProgress(tx: Tx): Promise<StoryProgress | null> {
  const fact = await tx.installationFact.findUnique({ where: { key: KEY } })
  return fact ? (fact.value as unknown as StoryProgress) : null
}

/** Keeps the progress. */
export async function writeProgress(tx: Tx, progress: StoryProgress): Promise<void> {
  const value = { ...progress }
  await tx.installationFact.upsert({ where: { key: KEY }, create: { key: KEY, value }, update: { value } })
}
