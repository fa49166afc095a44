import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeInput } from './account.input'
import { newRecoveryCode, recoveryCodeHash } from './recovery-code'

test('codes are made of 80 random bits, in groups that can be copied by hand', () => {
  const codes = Array.from({ length: 2000 }, newRecoveryCode)
  expect(new Set(codes).size).toBe(2000)
  for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
  // Every sign comes up at every place.
  for (const place of [0, 3, 5, 18]) expect(new Set(codes.map((code) => code[place])).size).toBe(32)
})

test('a code is known however it is typed', () => {
  const gap = fc.constantFrom('', ' ', '-', ' - ')
  fc.assert(
    fc.property(fc.array(gap, { minLength: 16, maxLength: 16 }), fc.boolean(), (gaps, isLower) => {
      const code = newRecoveryCode()
      const bare = code.replaceAll('-', '')
      const misread = bare.replaceAll('0', 'O').replaceAll('1', 'l')
      const typed = [...misread].map((sign, index) => sign + gaps[index]).join('')
      expect(recoveryCodeHash(isLower ? typed.toLowerCase() : typed)).toBe(recoveryCodeHash(code))
      expect(recoveryCodeHash(newRecoveryCode())).not.toBe(recoveryCodeHash(code))
    }),
    { numRuns: 50 },
  )
})

test.each([
  ['123456', true],
  [' 123456 ', true],
  [newRecoveryCode(), true],
  [newRecoveryCode().toLowerCase().replaceAll('-', ''), true],
  ['12345', false],
  ['1234567', false],
  ['ABCD-EFGH', false],
  ['', false],
])('a form takes %s as a code: %s', (code, expected) => {
  const input = { sessionId: '0197b2d2-0000-7000-8000-000000000000', code }
  expect(codeInput.safeParse(input).success).toBe(expected)
})
