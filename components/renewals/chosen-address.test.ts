import { expect, test } from 'vitest'
import { newId } from '@/lib/kernel/ids'
import { chosenHref, isSameChoice, readChosen, readYears } from './chosen-address'

const [ONE, TWO] = [newId(), newId()]

test('an address holds names with and without years, and is read back as it was', () => {
  const chosen = new Map([
    [ONE, 2],
    [TWO, undefined],
  ])
  const href = chosenHref('/names/renew', chosen)
  expect(readChosen(new URLSearchParams(href.split('?')[1]).getAll('id'))).toEqual(chosen)
  expect(chosenHref('/names/renew', new Map())).toBe('/names/renew')
})

test('what is no name is left out, and one name is there once', () => {
  expect(readChosen(['x', `${ONE}.abc`, `${TWO}.3`, `${TWO}.4`])).toEqual(
    new Map([
      [ONE, undefined],
      [TWO, 4],
    ]),
  )
  expect(readChosen(undefined).size).toBe(0)
})

test('a form tells the years of each name, or one number for all', () => {
  const values = { [`years.${ONE}`]: '2', [`years.${TWO}`]: '3', key: 'k' }
  expect(readYears({ ...values, all: '' })).toEqual(
    new Map([
      [ONE, 2],
      [TWO, 3],
    ]),
  )
  expect(readYears({ ...values, all: '5' })).toEqual(
    new Map([
      [ONE, 5],
      [TWO, 5],
    ]),
  )
  expect(isSameChoice(readYears(values), readYears({ ...values }))).toBe(true)
  expect(isSameChoice(readYears(values), readYears({ ...values, all: '5' }))).toBe(false)
})
