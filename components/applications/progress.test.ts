import { describe, expect, test } from 'vitest'
import { type ProgressFacts, progressOf } from './progress'

const at = (day: number) => new Date(Date.UTC(2026, 10, day, 9))
const FILED: ProgressFacts = {
  status: 'FILED',
  filedAt: at(1),
  decidedAt: null,
  paidAt: null,
  dueAt: null,
  hold: null,
  history: [],
}
const states = (facts: ProgressFacts) => progressOf(facts).map(({ key, state }) => `${key} ${state}`)

describe('the way of an application', () => {
  test('a draft has only its filing before it', () => {
    expect(states({ ...FILED, status: 'DRAFT', filedAt: null })).toEqual([
      'filed current',
      'reviewed open',
      'paid open',
      'held open',
      'allotted open',
    ])
  })
  test('review and payment run side by side once it is filed', () => {
    expect(states(FILED)).toEqual([
      'filed done',
      'reviewed current',
      'paid current',
      'held open',
      'allotted open',
    ])
  })
  test('accepted and unpaid, the payment has its due date', () => {
    const entries = progressOf({ ...FILED, status: 'ACCEPTED', decidedAt: at(2), dueAt: at(5) })
    expect(entries[2]).toEqual({ key: 'paid', state: 'current', at: at(5) })
  })
  test('R-NS-08 valid and paid, the hold stands and the allotment has its slot', () => {
    const hold = { heldAt: at(3), allotmentSlotAt: at(4) }
    const entries = progressOf({ ...FILED, status: 'ACCEPTED', decidedAt: at(2), paidAt: at(3), hold })
    expect(entries.slice(3)).toEqual([
      { key: 'held', state: 'done', at: at(3), rule: 'R-NS-08' },
      { key: 'allotted', state: 'current', at: at(4), rule: 'R-NS-08' },
    ])
  })
  test('R-NS-07 refused, it shows what was reached and the end', () => {
    const history = [{ to: 'REFUSED', at: at(2) }]
    expect(progressOf({ ...FILED, status: 'REFUSED', decidedAt: at(2), history })).toEqual([
      { key: 'filed', state: 'done', at: at(1), rule: 'R-NS-05' },
      { key: 'ended', state: 'done', at: at(2) },
    ])
  })
})
