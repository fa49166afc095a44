import { describe, expect, test } from 'vitest'
import { newId } from '@/lib/kernel/ids'
import { isNarrowed, listHref, readListAddress } from './list-address'

const STATES = ['ACTIVE', 'HELD'] as const
const id = newId()

describe('the address of a list', () => {
  test.each([
    ['nothing', {}, { start: '' }],
    ['a state', { state: 'HELD' }, { start: '', state: 'HELD' }],
    ['a beginning', { start: '  tra ' }, { start: 'tra' }],
    ['a row to go on from', { after: id }, { start: '', cursor: { direction: 'after', id } }],
    ['a row to go back from', { before: id }, { start: '', cursor: { direction: 'before', id } }],
    ['what it does not know', { state: 'x', start: ['a', 'b'], after: '1; drop', page: '3' }, { start: '' }],
  ])('reads %s', (_what, query, expected) => expect(readListAddress(query, STATES)).toEqual(expected))

  test('is the same after being written', () => {
    const address = readListAddress({ state: 'ACTIVE', start: 'trà sữa & co', before: id }, STATES)
    const href = listHref('/names', address, address.cursor)
    const query = Object.fromEntries(new URL(href, 'http://portal').searchParams)
    expect(readListAddress(query, STATES)).toEqual(address)
  })

  test('of the first page holds no cursor, and of the whole list nothing', () => {
    const address = readListAddress({ state: 'ACTIVE', after: id }, STATES)
    expect(listHref('/names', address)).toBe('/names?state=ACTIVE')
    expect(listHref('/names', { start: '' })).toBe('/names')
    expect([isNarrowed(address), isNarrowed({ start: '' })]).toEqual([true, false])
  })
})
