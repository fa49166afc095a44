import { type Cursor, cursorOf } from '@/lib/kernel/page'

/** What the address of a list says: what narrows it, and where its page begins. */
export interface ListAddress<State extends string = string> {
  readonly state?: State
  /** How the names looked for begin, as typed. */
  readonly start: string
  readonly cursor?: Cursor
}

export type ListQuery = Readonly<Record<string, string | string[] | undefined>>

const MAX_START = 253

/** Reads the query of a list's address; what it does not know is left out. */
export function readListAddress<State extends string>(
  query: ListQuery,
  states: readonly State[],
): ListAddress<State> {
  const state = states.find((entry) => entry === query.state)
  const cursor = cursorOf(query)
  const start = typeof query.start === 'string' ? query.start.trim().slice(0, MAX_START) : ''
  return { start, ...(state && { state }), ...(cursor && { cursor }) }
}

/** Whether something narrows the list. */
export function isNarrowed({ state, start }: ListAddress): boolean {
  return state !== undefined || start !== ''
}

/** The address of a page of the same list, narrowed in the same way; its first page without a cursor. */
export function listHref(path: string, { state, start }: ListAddress, cursor?: Cursor): string {
  const query = new URLSearchParams({
    ...(start && { start }),
    ...(state && { state }),
    ...(cursor && { [cursor.direction]: cursor.id }),
  }).toString()
  return query ? `${path}?${query}` : path
}
