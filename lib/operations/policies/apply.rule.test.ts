import { expect, test } from 'vitest'
import type { ChargeStep } from '@/lib/domains/renew/auto-renew.rule'
import { movedDates, type PlannedDates } from './apply.rule'

const day = (text: string) => new Date(`2027-07-${text}T02:00:00Z`)
const NOW = day('10')
const charge = (text: string): ChargeStep => ({ kind: 'charge', at: day(text) })
const notice = (text: string): ChargeStep => ({ kind: 'notice', at: day(text) })
const plan = (...charges: ChargeStep[]): PlannedDates => ({ transitionAt: null, notices: [], charges })

const BEFORE = plan(notice('05'), charge('12'), charge('14'))

test.each<[string, string, Date | null, PlannedDates, Date | null]>([
  [
    'told: its next charge is that of the new plan',
    'CARD',
    day('12'),
    plan(notice('03'), charge('13')),
    day('13'),
  ],
  ['told: no day to charge is left, so it is told at once', 'CARD', day('12'), plan(charge('09')), NOW],
  ['due already: it stays due', 'CARD', day('09'), plan(charge('13')), day('09')],
  ['off: nothing is charged', 'OFF', null, plan(charge('13')), null],
  ['its tries are over: nothing comes back', 'CREDIT', null, plan(charge('13')), null],
])('%s', (_what, autoRenew, nextChargeAt, moved, expected) => {
  const name = {
    ...{ id: 'name', expiresAt: day('20'), autoRenew, nextChargeAt },
    ...{ nextTransitionAt: null, nextNoticeAt: null },
  }
  expect(movedDates(name, moved, BEFORE, NOW).nextChargeAt).toEqual(expected)
})

test('not told yet: the notice comes first, at once where its day is past', () => {
  const untold = plan(notice('11'), charge('15'))
  const name = {
    ...{ id: 'name', expiresAt: day('20'), autoRenew: 'CARD', nextChargeAt: day('11') },
    ...{ nextTransitionAt: null, nextNoticeAt: null },
  }
  expect(movedDates(name, plan(notice('08'), charge('12')), untold, NOW).nextChargeAt).toEqual(day('08'))
})
