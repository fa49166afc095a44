/** Which fields a step of the declaration has, and how each is written. */

export interface FieldSpec {
  readonly name: string
  readonly kind: 'text' | 'email' | 'tel' | 'date' | 'country'
  readonly autoComplete?: string
  readonly inputMode?: 'text' | 'numeric'
  readonly optional?: boolean
  /** The key of its texts, where its name does not say it. */
  readonly text?: string
}

const NAME: FieldSpec = { name: 'name', kind: 'text', autoComplete: 'name' }
const EMAIL: FieldSpec = { name: 'email', kind: 'email', autoComplete: 'email' }
const PHONE: FieldSpec = { name: 'phone', kind: 'tel', autoComplete: 'tel' }
const BIRTH_DATE: FieldSpec = { name: 'birthDate', kind: 'date', autoComplete: 'bday' }

export const POSTAL_FIELDS: readonly FieldSpec[] = [
  { name: 'street', kind: 'text', autoComplete: 'street-address' },
  { name: 'city', kind: 'text', autoComplete: 'address-level2' },
  { name: 'province', kind: 'text', autoComplete: 'address-level1', optional: true },
  { name: 'postalCode', kind: 'text', autoComplete: 'postal-code', optional: true },
  { name: 'country', kind: 'country', autoComplete: 'country' },
]

export const INDIVIDUAL_FIELDS: readonly FieldSpec[] = [
  NAME,
  { name: 'identityNumber', kind: 'text', autoComplete: 'off' },
  BIRTH_DATE,
  EMAIL,
  PHONE,
  ...POSTAL_FIELDS,
]

export const ORGANISATION_FIELDS: readonly FieldSpec[] = [
  { name: 'name', kind: 'text', autoComplete: 'organization', text: 'organisationName' },
  { name: 'organisationNumber', kind: 'text', autoComplete: 'off' },
  { name: 'representative', kind: 'text', autoComplete: 'name' },
  EMAIL,
  PHONE,
  ...POSTAL_FIELDS,
]

export const DELEGATE_FIELDS: readonly FieldSpec[] = [
  { ...NAME, text: 'delegateName' },
  { name: 'identityNumber', kind: 'text', autoComplete: 'off', text: 'delegateNumber' },
  { ...BIRTH_DATE, text: 'delegateBirthDate', optional: true },
  EMAIL,
  PHONE,
  { name: 'validUntil', kind: 'date', autoComplete: 'off', optional: true },
]

export const CONTACT_FIELDS: readonly FieldSpec[] = [NAME, EMAIL, PHONE, ...POSTAL_FIELDS]
