import { describe, expect, test } from 'vitest'
import {
  decideDelegation,
  decidePowerOfAttorney,
  requiredDocuments,
  type FilingSituation,
  type PowerOfAttorney,
} from './documents.rule'
import { zoneById } from './resolver'
import type { ZoneVersion } from './policy'

const version = zoneById('vn').versions[1] as ZoneVersion
const documents = (situation: Omit<FilingSituation, 'operation'>) =>
  requiredDocuments({ ...situation, operation: 'register' }, version).map(
    (document) => `${document.copies} ${document.kind} ${document.providedBy} ${document.rule}`,
  )

describe('documents of a registration', () => {
  test('R-NS-02 an individual at the counter: form, declaration, two contracts, one identity card', () => {
    expect(documents({ applicantKind: 'individual', filing: 'self', channel: 'counter' })).toEqual([
      '1 subscription-form upload R-NS-02',
      '2 service-contract upload R-NS-02',
      '1 registration-declaration upload R-NS-11',
      '1 identity-card upload R-NS-02',
    ])
  })

  test('R-NS-11 online an individual accepts what the portal makes and uploads the identity card', () => {
    expect(documents({ applicantKind: 'individual', filing: 'self', channel: 'online' })).toEqual([
      '1 subscription-form portal R-NS-02',
      '2 service-contract portal R-NS-02',
      '1 registration-declaration portal R-NS-11',
      '1 identity-card upload R-NS-02',
    ])
  })

  test('R-NS-12 an individual by a delegate: notarised card, power of attorney, card of the delegate', () => {
    const situation = { applicantKind: 'individual', filing: 'delegate', channel: 'online' } as const
    expect(documents(situation).slice(3)).toEqual([
      '1 notarised-identity-card upload R-NS-12',
      '1 power-of-attorney upload R-NS-12',
      '1 delegate-identity-card upload R-NS-12',
    ])
    const card = requiredDocuments({ ...situation, operation: 'register' }, version)[3]
    expect(card).toMatchObject({ notarised: true })
  })

  test.each(['online', 'counter', 'post'] as const)(
    'R-NS-09 %s: an organisation hands in the original declaration, signed and sealed',
    (channel) => {
      const situation = {
        applicantKind: 'organisation',
        filing: 'self',
        channel,
        operation: 'register',
      } as const
      const declaration = requiredDocuments(situation, version).find(
        (document) => document.kind === 'registration-declaration',
      )
      expect(declaration).toMatchObject({ original: true, providedBy: 'upload', rule: 'R-NS-09' })
      expect(requiredDocuments(situation, version).map((document) => document.kind)).not.toContain(
        'identity-card',
      )
    },
  )

  test('R-NS-10 an organisation by a delegate adds the power of attorney, nothing else', () => {
    const own = documents({ applicantKind: 'organisation', filing: 'self', channel: 'post' })
    const sent = documents({ applicantKind: 'organisation', filing: 'delegate', channel: 'post' })
    expect(sent).toEqual([...own, '1 power-of-attorney upload R-NS-10'])
  })
})

describe('delegation', () => {
  test.each([
    ['R-NS-10', 'organisation', 'organisation', 'allowed'],
    ['R-NS-10', 'organisation', 'individual', 'delegate-must-be-organisation'],
    ['R-NS-12', 'individual', 'individual', 'allowed'],
    ['R-NS-12', 'individual', 'organisation', 'delegate-must-be-individual'],
  ] as const)('%s an %s sends an %s: %s', (rule, applicantKind, delegateKind, expected) => {
    const decision = decideDelegation({ applicantKind, delegateKind }, version)
    expect(decision.ok ? decision.value : decision.refusal.code).toBe(expected)
    if (!decision.ok) expect(decision.refusal.rule).toBe(rule)
  })

  const ofPerson: PowerOfAttorney = {
    delegateKind: 'individual',
    fullName: 'Trần Thị Bình',
    dateOfBirth: '1990-05-01',
    identityNumber: '079190000001',
    names: ['example.vn'],
    operations: ['register'],
    dutiesStated: false,
    validUntil: '2026-06-30',
  }
  const ofOrganisation: PowerOfAttorney = {
    delegateKind: 'organisation',
    fullName: 'Công ty Luật An',
    names: ['example.vn'],
    operations: ['register'],
    dutiesStated: true,
  }
  const filing = { ascii: 'example.vn', operation: 'register', day: '2026-06-30' } as const

  test.each([
    ['R-NS-12 complete', ofPerson, 'individual', 'covered'],
    [
      'R-NS-12 no identity number',
      { ...ofPerson, identityNumber: '' },
      'individual',
      'delegation-incomplete',
    ],
    ['R-NS-12 no date of birth', { ...ofPerson, dateOfBirth: '' }, 'individual', 'delegation-incomplete'],
    ['R-NS-12 another name', { ...ofPerson, names: ['other.vn'] }, 'individual', 'delegation-out-of-scope'],
    ['R-NS-12 ended', { ...ofPerson, validUntil: '2026-06-29' }, 'individual', 'delegation-ended'],
    ['R-NS-10 complete', ofOrganisation, 'organisation', 'covered'],
    [
      'R-NS-10 no duties',
      { ...ofOrganisation, dutiesStated: false },
      'organisation',
      'delegation-incomplete',
    ],
    ['R-NS-10 nobody named', { ...ofOrganisation, fullName: ' ' }, 'organisation', 'delegation-incomplete'],
    ['R-NS-10 no scope', { ...ofOrganisation, operations: [] }, 'organisation', 'delegation-out-of-scope'],
    ['R-NS-10 a person', ofPerson, 'organisation', 'delegate-must-be-organisation'],
  ] as const)('%s: %s', (_title, power, applicantKind, expected) => {
    const decision = decidePowerOfAttorney(power, { ...filing, applicantKind }, version)
    expect(decision.ok ? decision.value : decision.refusal.code).toBe(expected)
  })
})
