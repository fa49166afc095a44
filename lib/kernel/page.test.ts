import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from './ids'
import { byName, type Cursor, cursorOf, nameStart, prefixRange, type Reach, readPage } from './page'

/** A list of numbered rows, the first being number 0, read as the database would. */
function listOf(count: number) {
  const rows = Array.from({ length: count }, (_none, index) => ({ id: String(index) }))
  return async ({ from, backward, take }: Reach) => {
    const at = from === undefined ? -1 : Number(from)
    const rest = backward ? rows.slice(0, at).reverse() : rows.slice(at + 1)
    return rest.slice(0, take)
  }
}

async function leaf(read: ReturnType<typeof listOf>, size: number, direction: Cursor['direction']) {
  const pages: string[][] = []
  let cursor: Cursor | undefined = direction === 'before' ? { direction, id: '1000' } : undefined
  for (;;) {
    const page = await readPage(cursor, size, read)
    pages.push(page.items.map(({ id }) => id))
    const id = direction === 'after' ? page.next : page.previous
    if (!id) return pages
    cursor = { direction, id }
  }
}

const lists = fc.tuple(fc.integer({ min: 0, max: 70 }), fc.integer({ min: 1, max: 9 }))

describe('readPage', () => {
  test('forward gives every row once, in order', async () => {
    await fc.assert(
      fc.asyncProperty(lists, async ([count, size]) => {
        const seen = (await leaf(listOf(count), size, 'after')).flat()
        expect(seen).toEqual(Array.from({ length: count }, (_none, index) => String(index)))
      }),
    )
  })

  test('going back gives the page one came from', async () => {
    await fc.assert(
      fc.asyncProperty(lists, async ([count, size]) => {
        const read = listOf(count)
        const first = await readPage(undefined, size, read)
        if (!first.next) return
        const second = await readPage({ direction: 'after', id: first.next }, size, read)
        const back = await readPage({ direction: 'before', id: second.previous ?? '' }, size, read)
        expect(back.items).toEqual(first.items)
        expect(back.next).toBe(first.next)
      }),
    )
  })

  test('the first page has none before it, however one came to it', async () => {
    const read = listOf(10)
    expect((await readPage(undefined, 4, read)).previous).toBeNull()
    expect(await readPage({ direction: 'before', id: '2' }, 4, read)).toEqual(
      await readPage(undefined, 4, read),
    )
  })

  test('past the end there is nothing, and no way on', async () => {
    const page = await readPage({ direction: 'after', id: '9' }, 4, listOf(10))
    expect(page).toEqual({ items: [], previous: null, next: null })
  })
})

describe('cursorOf', () => {
  const id = newId()
  test.each([
    [{ after: id }, { direction: 'after', id }],
    [{ before: id }, { direction: 'before', id }],
    [{ after: 'x' }, undefined],
    [{ after: [id, id] }, undefined],
    [{}, undefined],
  ])('%j', (query, expected) => expect(cursorOf(query)).toEqual(expected))
})

describe('a list by name', () => {
  test('a range holds exactly the texts that begin with its start, in the order of UTF-8', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
      .filter((entry) => !entry.includes('\u{10ffff}'))
    const inOrder = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))
    fc.assert(
      fc.property(text, text, fc.boolean(), (start, other, longer) => {
        const { gte, lt } = prefixRange(start)
        const candidate = longer ? start + other : other
        const isIn = inOrder(gte, candidate) <= 0 && inOrder(candidate, lt) < 0
        expect(isIn).toBe(
          Buffer.from(candidate).subarray(0, Buffer.from(start).length).equals(Buffer.from(start)),
        )
      }),
    )
  })

  test.each([
    ['  Tra-Sua ', 'tra-sua'],
    ['Tiê\u0301ng', 'tiếng'],
    ['xn--ting-vit-8va4t.vn', 'xn--ting-vit-8va4t.vn'],
    ['xn--bcher-kva.vn', 'bücher.vn'],
    ['tr\u0000a\u{10ffff}', 'tra'],
    [' ', null],
  ])('%j is looked for as %j', (typed, expected) => expect(nameStart(typed)).toBe(expected))

  test('is read on from a row by an index', () => {
    const from = { id: '7', nameUnicode: 'tra.vn' }
    expect(byName({ backward: false, take: 3 }, 'tr', from)).toEqual({
      where: {
        AND: [
          { nameUnicode: { gte: 'tr', lt: 'ts' } },
          { nameUnicode: { gte: 'tra.vn' } },
          { OR: [{ nameUnicode: { gt: 'tra.vn' } }, { nameUnicode: 'tra.vn', id: { gt: '7' } }] },
        ],
      },
      orderBy: [{ nameUnicode: 'asc' }, { id: 'asc' }],
      take: 3,
    })
  })
})
