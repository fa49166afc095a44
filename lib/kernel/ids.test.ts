import { describe, expect, test } from 'vitest'
import { idAt, isId, newId } from './ids'

describe('RFC 9562 ids', () => {
  test('sort in the order in which they were made, however many a millisecond has', () => {
    const made = Array.from({ length: 20_000 }, () => newId())
    expect([...made].sort()).toEqual(made)
    expect(new Set(made).size).toBe(made.length)
    expect(made.every(isId)).toBe(true)
  })

  test('carry version, variant and the instant they were asked for', () => {
    for (const at of [0, 1_700_000_000_000, 2 ** 48 - 1]) {
      expect(idAt(at)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(Number.parseInt(idAt(at).replaceAll('-', '').slice(0, 12), 16)).toBe(at)
    }
  })

  test.each(['', 'x', '01a2293b14e077979b5aca139bd24e4f', null, 7])('%j is none', (value) => {
    expect(isId(value)).toBe(false)
  })
})
