/** The receipt of a filing: its number, its time, its place in the queue. */
import { randomInt } from 'node:crypto'
import type { Tx } from '@/lib/platform/db'

/** Crockford's base 32 without vowels that spell words; read aloud without doubt. */
const LETTERS = '0123456789BCDFGHJKMNPQRSTVWXYZ'

/** A dossier's number, such as `D261122-7K3MQ9X`: the day it was filed and a random part, no sequence. */
export function receiptNumber(day: string): string {
  const random = Array.from({ length: 7 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return `D${day.slice(2).replaceAll('-', '')}-${random}`
}

/** How many dossiers stand before this one, plus one; dossiers are taken in the order of filing (R-NS-05). */
export async function queuePlace(
  tx: Tx,
  dossier: { id: string; filedAt: Date | null },
): Promise<number | null> {
  if (!dossier.filedAt) return null
  const before = await tx.dossier.count({
    where: {
      status: { in: ['FILED', 'IN_REVIEW'] },
      OR: [{ filedAt: { lt: dossier.filedAt } }, { filedAt: dossier.filedAt, id: { lt: dossier.id } }],
    },
  })
  return before + 1
}
