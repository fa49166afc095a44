/** The operators' published versions as this process knows them; the resolver merges them into the zones. */

export interface PublishedVersion {
  readonly zone: string
  readonly content: unknown
}

export interface Published {
  /** Changes whenever the set does. */
  readonly stamp: string
  readonly versions: readonly PublishedVersion[]
}

const NONE: Published = { stamp: '', versions: [] }

// Next evaluates modules several times in one process; all of them go by the same set.
const kept = globalThis as { tenurePublished?: Published }

/** The set in use. */
export function published(): Published {
  return kept.tenurePublished ?? NONE
}

/** Puts another set in use, for every part of this process at once. */
export function putPublished(set: Published): void {
  kept.tenurePublished = set
}
