/**
 * Keyset pages: a list is read on from a row, forward or backward, never by counting off rows. A place in a list
 * is the id of a row and a direction, so that every page has an address that can be shared.
 */
import { isId } from './ids'
import { canonicalName } from './names'

/** Where a page begins: after a row, or the page that ends before one. */
export interface Cursor {
  readonly direction: 'after' | 'before'
  readonly id: string
}

export interface Page<T> {
  readonly items: readonly T[]
  /** The row before which the page before ends; null on the first. */
  readonly previous: string | null
  /** The row after which the next page begins; null on the last. */
  readonly next: string | null
}

type AddressPart = string | readonly string[] | undefined

/** The cursor of an address (`?after=…` or `?before=…`); none when it holds no id: the list begins at its start. */
export function cursorOf(query: { readonly after?: AddressPart; readonly before?: AddressPart }) {
  if (isId(query.after)) return { direction: 'after', id: query.after } satisfies Cursor
  if (isId(query.before)) return { direction: 'before', id: query.before } satisfies Cursor
  return undefined
}

/** How many rows to read from where; `backward` wants them in the opposite order. */
export interface Reach {
  readonly from?: string
  readonly backward: boolean
  readonly take: number
}

/**
 * Reads one page of `size` rows. Going backward from near the start gives the whole first page, so that a row
 * added meanwhile makes no page of one.
 */
export async function readPage<T extends { readonly id: string }>(
  cursor: Cursor | undefined,
  size: number,
  read: (reach: Reach) => Promise<readonly T[]>,
): Promise<Page<T>> {
  const backward = cursor?.direction === 'before'
  const rows = await read({ backward, take: size + 1, ...(cursor && { from: cursor.id }) })
  const isMore = rows.length > size
  if (backward && !isMore) return readPage(undefined, size, read)
  const items = backward ? rows.slice(0, size).reverse() : rows.slice(0, size)
  const [first, last] = [items[0]?.id ?? null, items.at(-1)?.id ?? null]
  return { items, previous: cursor ? first : null, next: backward || isMore ? last : null }
}

type Order = 'asc' | 'desc'

/** The bounds of a page of a list that has both orders. */
export interface ListBounds {
  readonly where: object
  readonly orderBy: { id?: Order; nameUnicode?: Order }[]
  readonly take: number
}

/** The bounds of a list by id, newest first, as a query takes them. */
export function newestFirst({ from, backward, take }: Reach) {
  const order = backward ? ('asc' as const) : ('desc' as const)
  return { where: from ? { id: backward ? { gt: from } : { lt: from } } : {}, orderBy: [{ id: order }], take }
}

/**
 * The texts that begin with `start`, as a range of an index in the order of code points (COLLATE "C"); a LIKE
 * with a parameter would read the whole list. UTF-8 and code points sort alike.
 */
export function prefixRange(start: string): { gte: string; lt: string } {
  const letters = [...start]
  const last = letters.pop()?.codePointAt(0)
  if (last === undefined) throw new RangeError('a prefix has at least one letter')
  // The code points of surrogates are no letters: the one after U+D7FF is U+E000.
  const after = last === 0xd7ff ? 0xe000 : last + 1
  return { gte: start, lt: letters.join('') + String.fromCodePoint(after) }
}

const NO_LETTERS = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu

/** What somebody typed to find names by their beginning, as names are stored; null when it holds nothing. */
export function nameStart(typed: string): string | null {
  // Controls and what is no letter at all are in no name, and a database may refuse to read them.
  const text = typed.replace(NO_LETTERS, '').trim().normalize('NFC').toLowerCase().slice(0, 253)
  if (!text.includes('xn--')) return text || null
  const name = canonicalName(text)
  return name.ok ? name.value.unicode : text
}

/** A row's place in a list by name. */
export interface NamePlace {
  readonly id: string
  readonly nameUnicode: string
}

/** The bounds of a list of the names that begin with `start`, in the order of their names. */
export function byName({ backward, take }: Reach, start: string, from: NamePlace | null) {
  const [past, onward] = backward ? ['lt', 'lte'] : ['gt', 'gte']
  const order = backward ? ('desc' as const) : ('asc' as const)
  // The first of the two conditions lets the index begin at the row; the second leaves out what was shown.
  const rest = from
    ? [
        { nameUnicode: { [onward]: from.nameUnicode } },
        {
          OR: [
            { nameUnicode: { [past]: from.nameUnicode } },
            { nameUnicode: from.nameUnicode, id: { [past]: from.id } },
          ],
        },
      ]
    : []
  return {
    where: { AND: [{ nameUnicode: prefixRange(start) }, ...rest] },
    orderBy: [{ nameUnicode: order }, { id: order }],
    take,
  }
}
