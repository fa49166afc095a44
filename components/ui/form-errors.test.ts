import { describe, expect, test } from 'vitest'
import { signUpInput } from '@/lib/people/account.input'
import { EMPTY_FORM } from '@/lib/web/form-state'
import { errorsOf, sentencesOf } from './form-errors'
import { schemaCheck } from './schema-check'

describe('what a form says of its fields', () => {
  test('a schema’s faults are its codes, one field after the other', () => {
    const faults = schemaCheck(signUpInput)({ name: ' ', email: 'x', password: 'short', locale: 'en' })
    expect(faults).toEqual([
      { field: 'name', code: 'field-required' },
      { field: 'email', code: 'email-invalid' },
      { field: 'password', code: 'password-too-short' },
    ])
    const fine = { name: 'Mai', email: 'mai@example.vn', password: 'a sentence to keep', locale: 'vi' }
    expect(schemaCheck(signUpInput)(fine)).toEqual([])
  })

  test('the first fault of a field is told; one without a sentence is the server’s to tell', () => {
    const faults = [
      { field: 'email', code: 'field-required' },
      { field: 'email', code: 'email-invalid' },
      { field: 'name', code: 'something-new' },
    ]
    const sentences = { 'field-required': 'Fill in this field.', 'email-invalid': 'Type an address.' }
    expect(sentencesOf(faults, sentences)).toEqual({ email: 'Fill in this field.' })
  })

  test('a refusal of one field is that field’s', () => {
    const refusal = { message: 'Wrong.', field: 'code', fields: { name: 'Fill in this field.' } }
    expect(errorsOf({ ...EMPTY_FORM, refusal })).toEqual({ code: 'Wrong.', name: 'Fill in this field.' })
    expect(errorsOf(EMPTY_FORM)).toEqual({})
  })
})
