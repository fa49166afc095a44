/** What a declaration says, and what it still lacks (R-NS-07 b: declared information must be complete). */
import * as z from 'zod/mini'
import type { ContactData } from '@/lib/domains/contacts/contact'
import type { LegalDay } from '@/lib/kernel/days'
import { isIpAddress } from '@/lib/kernel/ip-address'
import { nameShape } from '@/lib/kernel/name-shape'
import { phoneNumber } from '@/lib/kernel/phone'
import type { FieldRefusal } from '@/lib/kernel/result'
import {
  applicantStep,
  CONTACT_ROLES,
  type ContactRole,
  contactFields,
  delegateStep,
  individualHolderStep,
  isDay,
  MAX_NAME_SERVERS,
  organisationHolderStep,
  STEPS,
  type Step,
} from './declaration.input'

/** What was typed, by step and field. */
export type DraftDeclaration = Partial<Record<Step, Readonly<Record<string, string>>>>

/** Somebody of the declaration, as a contact of the name will be. */
export type Party = ContactData

export interface Holder extends Party {
  readonly kind: 'individual' | 'organisation'
  /** Identity number of an individual, register number of an organisation. */
  readonly number: string
  readonly birthDate?: string
  readonly representative?: string
}

export interface Delegate {
  readonly kind: 'individual' | 'organisation'
  readonly name: string
  readonly number: string
  readonly birthDate?: string
  readonly email: string
  readonly phone: string
  readonly validUntil?: string
}

export interface DeclaredNameServer {
  readonly name: string
  readonly addresses: readonly string[]
}

/** A complete declaration. */
export interface Declaration {
  readonly applicantKind: 'individual' | 'organisation'
  readonly filedBy: 'self' | 'delegate'
  readonly years: number
  readonly holder: Holder
  readonly delegate?: Delegate
  readonly contacts: Readonly<Record<ContactRole, Party>>
  /** Empty means the registrar's parking name servers. */
  readonly nameServers: readonly DeclaredNameServer[]
}

type StepFaults = readonly FieldRefusal[]

/** The steps that this declaration goes through: the delegate's only when somebody else files. */
export function stepsOf(draft: DraftDeclaration): readonly Step[] {
  return STEPS.filter((step) => step !== 'delegate' || draft.applicant?.filedBy === 'delegate')
}

/** What a step lacks; empty when it is complete. */
export function faultsOf(draft: DraftDeclaration, step: Step): StepFaults {
  const values = draft[step] ?? {}
  if (step === 'contacts') return contactFaults(values)
  if (step === 'name-servers') return nameServerFaults(values)
  return schemaFaults(schemaOf(draft, step), values)
}

/** A date of birth in a step that comes after `day`, which the schemas cannot know. */
export function bornLater(draft: DraftDeclaration, step: Step, day: LegalDay): StepFaults {
  const isPerson =
    step === 'delegate' || (step === 'holder' && schemaOf(draft, step) === individualHolderStep)
  const born = isPerson ? draft[step]?.birthDate : undefined
  return born && isDay(born) && born > day ? [{ field: 'birthDate', code: 'date-in-future' }] : []
}

/** The first step that is not complete; undefined when the declaration is. */
export function firstOpenStep(draft: DraftDeclaration): Step | undefined {
  return stepsOf(draft).find((step) => faultsOf(draft, step).length > 0)
}

/** Reads a complete declaration. Throws when it is not: ask {@link firstOpenStep} before. */
export function readDeclaration(draft: DraftDeclaration): Declaration {
  const open = firstOpenStep(draft)
  if (open) throw new Error(`the declaration is not complete: ${open}`)
  const applicant = z.parse(applicantStep, draft.applicant)
  const holder = readHolder(applicant.applicantKind, draft.holder ?? {})
  const contacts = draft.contacts ?? {}
  return {
    applicantKind: applicant.applicantKind,
    filedBy: applicant.filedBy,
    years: Number(applicant.years),
    holder,
    ...(applicant.filedBy === 'delegate' && { delegate: readDelegate(draft.delegate ?? {}) }),
    contacts: {
      admin: readContact('admin', contacts, holder),
      tech: readContact('tech', contacts, holder),
      billing: readContact('billing', contacts, holder),
    },
    nameServers: readNameServers(draft['name-servers'] ?? {}),
  }
}

function schemaOf(draft: DraftDeclaration, step: 'applicant' | 'delegate' | 'holder') {
  if (step === 'applicant') return applicantStep
  if (step === 'delegate') return delegateStep
  return draft.applicant?.applicantKind === 'organisation' ? organisationHolderStep : individualHolderStep
}

function schemaFaults(schema: z.ZodMiniType, values: unknown, prefix = ''): FieldRefusal[] {
  const parsed = z.safeParse(schema, values)
  if (parsed.success) return []
  return parsed.error.issues.map((issue) => ({ field: prefix + issue.path.join('.'), code: issue.message }))
}

function contactFaults(values: Readonly<Record<string, string>>): FieldRefusal[] {
  return CONTACT_ROLES.filter((role) => !isSameAsHolder(role, values)).flatMap((role) =>
    schemaFaults(contactFields, ownFields(role, values), `${role}.`),
  )
}

function isSameAsHolder(role: ContactRole, values: Readonly<Record<string, string>>): boolean {
  return values[`${role}.from`] === 'holder'
}

/** The fields of one role, without their prefix. */
function ownFields(role: ContactRole, values: Readonly<Record<string, string>>): Record<string, string> {
  const own = Object.entries(values).filter(([key]) => key.startsWith(`${role}.`))
  return Object.fromEntries(own.map(([key, value]) => [key.slice(role.length + 1), value]))
}

function readContact(role: ContactRole, values: Readonly<Record<string, string>>, holder: Holder): Party {
  if (isSameAsHolder(role, values)) {
    const { kind: _kind, number: _number, birthDate: _birth, representative, ...party } = holder
    return holder.kind === 'organisation'
      ? { ...party, name: representative ?? party.name, organisation: holder.name }
      : party
  }
  return readParty(z.parse(contactFields, ownFields(role, values)))
}

function readHolder(kind: 'individual' | 'organisation', values: Readonly<Record<string, string>>): Holder {
  if (kind === 'individual') {
    const { identityNumber, birthDate, ...party } = z.parse(individualHolderStep, values)
    return { kind, number: identityNumber, birthDate, ...readParty(party) }
  }
  const { organisationNumber, representative, ...party } = z.parse(organisationHolderStep, values)
  return { kind, number: organisationNumber, representative, ...readParty(party) }
}

function readParty(fields: z.infer<typeof contactFields>): Party {
  const { province, postalCode, phone, ...party } = fields
  return {
    ...party,
    phone: phoneNumber(phone),
    ...(province && { province }),
    ...(postalCode && { postalCode }),
  }
}

function readDelegate(values: Readonly<Record<string, string>>): Delegate {
  const { delegateKind, identityNumber, birthDate, validUntil, phone, ...rest } = z.parse(
    delegateStep,
    values,
  )
  return {
    kind: delegateKind,
    number: identityNumber,
    ...rest,
    phone: phoneNumber(phone),
    ...(birthDate && { birthDate }),
    ...(validUntil && { validUntil }),
  }
}

function nameServerFaults(values: Readonly<Record<string, string>>): FieldRefusal[] {
  if (values.mode === 'parking') return []
  if (values.mode !== 'own') return [{ field: 'mode', code: 'choose-one' }]
  const servers = readNameServers(values)
  const faults: FieldRefusal[] = []
  for (let place = 1; place <= MAX_NAME_SERVERS; place++) {
    const name = values[`ns${place}`]?.trim()
    if (name && !isHostName(name)) faults.push({ field: `ns${place}`, code: 'host-invalid' })
    const wrong = addressesAt(values, place).find((address) => !isIpAddress(address))
    if (wrong) faults.push({ field: `ns${place}.addresses`, code: 'address-invalid' })
  }
  const distinct = new Set(servers.map((server) => server.name))
  if (distinct.size < 2) faults.push({ field: distinct.size === 0 ? 'ns1' : 'ns2', code: 'two-name-servers' })
  return faults
}

function readNameServers(values: Readonly<Record<string, string>>): DeclaredNameServer[] {
  if (values.mode !== 'own') return []
  const servers: DeclaredNameServer[] = []
  for (let place = 1; place <= MAX_NAME_SERVERS; place++) {
    const name = values[`ns${place}`]?.trim().toLowerCase().replace(/\.$/, '')
    if (name) servers.push({ name, addresses: addressesAt(values, place) })
  }
  return servers
}

function addressesAt(values: Readonly<Record<string, string>>, place: number): string[] {
  return (values[`ns${place}.addresses`] ?? '').split(/[\s,;]+/).filter(Boolean)
}

/** Whether a text is a host name in ASCII with at least two labels (RFC 1123). */
function isHostName(text: string): boolean {
  const shaped = nameShape(text)
  return shaped.ok && /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])?\.?$/i.test(text)
}
