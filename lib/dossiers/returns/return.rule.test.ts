import { describe, expect, test } from 'vitest'
import { decideAcceptance, returnDocuments, type ReturnState } from './return.rule'

const state: ReturnState = {
  ownerId: 'owner',
  isOpen: true,
  applicantKind: 'INDIVIDUAL',
  filedBy: 'SELF',
  handedIn: ['return-declaration', 'return-identity-card'],
  declaredNumber: '079185001234',
}
const found = { number: '079 185 001 234', signature: true, seal: false }
const kinds = (facts: Partial<ReturnState>) =>
  returnDocuments({ ...state, ...facts }).map(({ kind, form, rule }) => `${kind} ${form} ${rule}`)
const code = (facts: Partial<ReturnState>, comparison = {}, agentId = 'agent') => {
  const decided = decideAcceptance({ ...state, ...facts }, agentId, { ...found, ...comparison })
  return decided.ok ? 'ok' : decided.refusal.code
}

describe('what a return needs', () => {
  test('R-NS-11 of an individual: the signed declaration and a copy of the identity document', () => {
    expect(kinds({})).toEqual(['return-declaration signed R-NS-11', 'return-identity-card copy R-NS-11'])
  })
  test('R-NS-09 of an organisation: its own declaration, signed and sealed', () => {
    expect(kinds({ applicantKind: 'ORGANISATION' })).toEqual(['return-declaration sealed R-NS-09'])
  })
  test('R-NS-10 R-NS-12 by a delegate: a power of attorney, and the individual’s copy notarised', () => {
    expect(kinds({ applicantKind: 'ORGANISATION', filedBy: 'DELEGATE' })).toEqual([
      'return-declaration sealed R-NS-09',
      'return-power-of-attorney sealed R-NS-10',
    ])
    expect(kinds({ filedBy: 'DELEGATE' })).toEqual([
      'return-declaration signed R-NS-11',
      'return-identity-card notarised R-NS-12',
      'return-power-of-attorney signed R-NS-12',
    ])
  })
})

describe('R-NS-35 the desk accepts', () => {
  test.each<[string, Partial<ReturnState>, object, string]>([
    ['R-NS-14 number and signature compared', {}, {}, 'ok'],
    ['R-NS-11 a paper is missing', { handedIn: ['return-declaration'] }, {}, 'return-document-missing'],
    ['R-NS-14 another number', {}, { number: '079185001235' }, 'identity-differs'],
    ['R-NS-14 no number', {}, { number: undefined }, 'field-required'],
    ['R-NS-14 an empty number', {}, { number: '' }, 'field-required'],
    ['R-NS-14 the signature not compared', {}, { signature: false }, 'signature-not-compared'],
    ['R-NS-09 the seal not compared', { applicantKind: 'ORGANISATION' }, {}, 'seal-not-compared'],
    [
      'R-NS-09 signature and seal compared, no number asked',
      { applicantKind: 'ORGANISATION' },
      { seal: true, number: undefined },
      'ok',
    ],
    ['R-NS-35 decided already', { isOpen: false }, {}, 'order-decided'],
  ])('%s', (_what, facts, comparison, expected) => {
    expect(code(facts, comparison)).toBe(expected)
  })
  test('DESIGN §9 never a name of one’s own', () => expect(code({}, {}, 'owner')).toBe('own-name'))
})
