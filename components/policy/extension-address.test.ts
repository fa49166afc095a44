import { expect, test } from 'vitest'
import { isNarrowed, readWanted } from './extension-address'

const REGISTRIES = ['VNNIC', 'EURid']

test.each([
  [{}, { text: '' }, false],
  [{ filter: ' com ', registry: 'EURid' }, { text: 'com', registry: 'EURid' }, true],
  [{ needs: 'at-once', opening: 'open' }, { text: '', needs: 'at-once', opening: 'open' }, true],
  [{ registry: 'nobody', needs: '', opening: ['open', 'closed'], filter: ['a', 'b'] }, { text: '' }, false],
])('%j is read as %j', (query, expected, narrowed) => {
  const wanted = readWanted(query, REGISTRIES)
  expect(wanted).toEqual(expected)
  expect(isNarrowed(wanted)).toBe(narrowed)
})
