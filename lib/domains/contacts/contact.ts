/** A contact of a name, as the portal keeps it and as the registry gets it. */
import { randomInt } from 'node:crypto'

export const CONTACT_ROLES = ['registrant', 'admin', 'tech', 'billing'] as const
export type ContactRole = (typeof CONTACT_ROLES)[number]

export interface ContactData {
  readonly name: string
  readonly organisation?: string
  readonly street: string
  readonly city: string
  readonly province?: string
  readonly postalCode?: string
  readonly country: string
  readonly email: string
  /** E.164. */
  readonly phone: string
}

const LETTERS = '0123456789BCDFGHJKMNPQRSTVWXYZ'

/** A handle at the registry: 3 to 16 characters (RFC 5733), random so that it tells nothing. */
export function newHandle(): string {
  return `TN-${Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`
}

/** The contact as a registry command carries it. */
export function registryContact(handle: string, data: ContactData) {
  const { name, organisation, street, city, province, postalCode, country, email, phone } = data
  return {
    id: handle,
    postal: {
      name,
      ...(organisation && { organisation }),
      street: [street],
      city,
      ...(province && { province }),
      ...(postalCode && { postalCode }),
      country,
    },
    voice: phone,
    email,
  }
}

/** Only the fields of a contact, whatever else the source carries (identity numbers stay in the dossier). */
export function contactData(source: ContactData): ContactData {
  const { name, organisation, street, city, province, postalCode, country, email, phone } = source
  return {
    name,
    ...(organisation && { organisation }),
    street,
    city,
    ...(province && { province }),
    ...(postalCode && { postalCode }),
    country,
    email,
    phone,
  }
}
