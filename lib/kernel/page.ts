/** Keyset pages: a list is read from where the last page ended, never by counting off rows. */

export interface Page<T> {
  readonly items: readonly T[]
  /** Where the next page begins; null on the last. */
  readonly next: string | null
}

/** Cuts `size + 1` rows read into a page and the key of the next. */
export function pageOf<T extends { id: string }>(rows: readonly T[], size: number): Page<T> {
  const items = rows.slice(0, size)
  const last = items.at(-1)
  return { items, next: rows.length > size && last ? last.id : null }
}
