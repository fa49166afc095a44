import { describe, expect, test } from 'vitest'
import { DECLARATION } from '../dossiers-under-test'
import { bornLater, type DraftDeclaration, faultsOf } from './declaration.rule'

const TODAY = '2026-03-05'

function withHolder(values: Record<string, string>): DraftDeclaration {
  return { ...DECLARATION, holder: { ...DECLARATION.holder, ...values } }
}

describe('R-NS-07 what a holder’s declaration lacks', () => {
  test('nothing, when it is complete', () => {
    expect(faultsOf(DECLARATION, 'holder')).toEqual([])
    expect(bornLater(DECLARATION, 'holder', TODAY)).toEqual([])
  })

  test.each([
    ['a day that does not exist', { birthDate: '1985-02-30' }, 'birthDate', 'date-invalid'],
    ['a month that does not exist', { birthDate: '1985-13-01' }, 'birthDate', 'date-invalid'],
    ['a date in another form', { birthDate: '12/04/1985' }, 'birthDate', 'date-invalid'],
    ['a city of invisible signs', { city: '\u200b\u2060' }, 'city', 'field-required'],
    ['a name of dots', { name: '…' }, 'name', 'field-required'],
    ['a street of 201 letters', { street: 'x'.repeat(201) }, 'street', 'field-too-long'],
    ['a telephone without digits', { phone: 'call me' }, 'phone', 'phone-invalid'],
  ])('%s', (_what, values, field, code) => {
    expect(faultsOf(withHolder(values), 'holder')).toEqual([{ field, code }])
  })

  test('a date of birth that has not come yet; today is none of those', () => {
    const fault = [{ field: 'birthDate', code: 'date-in-future' }]
    expect(bornLater(withHolder({ birthDate: '2026-03-06' }), 'holder', TODAY)).toEqual(fault)
    expect(bornLater(withHolder({ birthDate: TODAY }), 'holder', TODAY)).toEqual([])
  })

  test('an organisation’s holder has no date of birth, whatever was typed before', () => {
    const applicant = { ...DECLARATION.applicant, applicantKind: 'organisation' }
    const draft = { ...withHolder({ birthDate: '2031-01-01' }), applicant }
    expect(bornLater(draft, 'holder', TODAY)).toEqual([])
  })
})
