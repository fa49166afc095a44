import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSigned, signWebhook, TOLERANCE_SECONDS } from './webhook-signature'

const at = new Date('2026-11-22T00:00:00Z')
const later = (seconds: number) => new Date(at.getTime() + seconds * 1000)

test('what was signed is recognised, and nothing else', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (body, other, secret) => {
      const header = signWebhook(body, secret, at)
      expect(isSigned(body, header, secret, at)).toBe(true)
      expect(isSigned(other, header, secret, at)).toBe(other === body)
      expect(isSigned(body, header, `${secret}x`, at)).toBe(false)
    }),
  )
})

test.each([
  [TOLERANCE_SECONDS, true],
  [TOLERANCE_SECONDS + 1, false],
  [-TOLERANCE_SECONDS, true],
  [-TOLERANCE_SECONDS - 1, false],
])('a message %i seconds old: %s', (seconds, accepted) => {
  expect(isSigned('body', signWebhook('body', 'secret', at), 'secret', later(seconds))).toBe(accepted)
})

test('no header or any other text is no signature', () => {
  expect(isSigned('body', null, 'secret', at)).toBe(false)
  fc.assert(fc.property(fc.string(), (header) => !isSigned('body', header, 'secret', at)))
})
