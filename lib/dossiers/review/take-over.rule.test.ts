import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideReviewer, decideTakeOver, REVIEW_LEFT_MINUTES, type ReviewState } from './review.rule'

const NOW = new Date('2026-11-22T09:00:00Z')
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)
const review = { status: 'IN_REVIEW', ownerId: 'owner', reviewerId: 'first', touchedAt: minutesAgo(30) }
const AGENT = { agentId: 'second', isOperator: false }

test.each([
  ['left for exactly half an hour', review, AGENT, null],
  ['touched 29 minutes ago', { ...review, touchedAt: minutesAgo(29) }, AGENT, 'review-not-left'],
  ['touched just now, by an operator', { ...review, touchedAt: NOW }, { ...AGENT, isOperator: true }, null],
  ['never touched', { ...review, touchedAt: null }, AGENT, null],
  ['one’s own filing, even by an operator', review, { agentId: 'owner', isOperator: true }, 'own-dossier'],
  ['one’s own review', review, { agentId: 'first', isOperator: true }, 'review-yours'],
  ['no longer under review', { ...review, status: 'ACCEPTED' }, AGENT, 'not-in-review'],
])('taking over a review: %s', (_what, state, by, code) => {
  const decided = decideTakeOver(state, by, NOW)
  expect(decided.ok ? null : decided.refusal.code).toBe(code)
})

test('the refusal tells in how many minutes it may be taken over, and then it may', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 * 60 }), (seconds) => {
      const touchedAt = new Date(NOW.getTime() - seconds * 1000)
      const decided = decideTakeOver({ ...review, touchedAt }, AGENT, NOW)
      expect(decided.ok).toBe(seconds >= REVIEW_LEFT_MINUTES * 60)
      if (decided.ok) return
      const later = new Date(NOW.getTime() + Number(decided.refusal.params?.minutes) * 60_000)
      expect(decideTakeOver({ ...review, touchedAt }, AGENT, later).ok).toBe(true)
    }),
  )
})

test.each([
  ['from whom it was taken over', ['first', 'third'], 'review-taken-over'],
  ['who never had it', ['third'], 'taken-by-other'],
])('a late decision of an agent %s is refused', (_what, takenOverFrom, code) => {
  const state: ReviewState = {
    ...{ status: 'IN_REVIEW', reviewerId: 'second', takenOverFrom, ownerId: 'owner' },
    ...{ applicantKind: 'INDIVIDUAL', identityChecked: true, documents: [] },
  }
  expect(decideReviewer(state, 'first')).toMatchObject({ refusal: { code } })
})
