import { expect, test } from 'vitest'
import { isRefusedForGood } from './refused.rule'

test.each([
  ['the recipient is refused', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 }, true],
  ['the mailbox is full', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 552 }, true],
  ['the recipient is greylisted', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451 }, false],
  ['the text is not wanted', { code: 'EENVELOPE', command: 'DATA', responseCode: 554 }, true],
  ['the mail is refused after its text', { code: 'EMESSAGE', command: 'DATA', responseCode: 550 }, true],
  ['the mail is put off after its text', { code: 'EMESSAGE', command: 'DATA', responseCode: 452 }, false],
  ['the sender is refused', { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550 }, false],
  ['the sign-in is refused', { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }, false],
  ['the server is not there', { code: 'ECONNECTION', command: 'CONN' }, false],
  ['something else broke', new Error('x'), false],
  ['nothing is known', undefined, false],
])('R-NS-17 %s', (_what, failure, isFinal) => {
  expect(isRefusedForGood(failure)).toBe(isFinal)
})
