/**
 * The port through which the portal talks to a registry. One adapter speaks EPP (`epp/epp-gateway.ts`).
 *
 * Every call that changes something takes the `clTRID` chosen by the caller (the journal row's UUID), so that
 * a lost answer can be traced at the registry. Names are A-labels in lower case.
 */
import type { Money } from '@/lib/kernel/money'
import type { PollMessage, RestoreDomain, TransferDomain, TransferState } from './transfer-types'

/** What came of a call; see the members. A bug throws, nothing else does. */
export type Outcome<T> = Done<T> | RegistryRefusal | Unknown | Unsent

/** The registry carried it out; `code` is 1000, or 1001 when an action is still pending there. */
export interface Done<T> {
  readonly kind: 'done'
  readonly value: T
  readonly svTRID: string
  readonly code: number
}

/** The registry said no (RFC 5730 §3); it changed nothing. Also text that EPP cannot carry (code 2005). */
export interface RegistryRefusal {
  readonly kind: 'refused'
  readonly code: number
  readonly message: string
  readonly reason?: string
}

/** It went out and no usable answer came back: ask by `info…` before anything is sent again. */
export interface Unknown {
  readonly kind: 'unknown'
  readonly cause: string
}

/** Surely nothing went out (no connection, no login, too busy): may be sent again as it is. */
export interface Unsent {
  readonly kind: 'unsent'
  readonly cause: string
}

export interface DomainAvailability {
  readonly name: string
  readonly available: boolean
  readonly reason?: string
  /** The registry's own fees for the years asked, when it tells them (RFC 8748). */
  readonly createFee?: Money
  readonly renewFee?: Money
}

/** A name server; addresses (IPv4 or IPv6) are needed when it lies under a name of this registry. */
export interface NameServer {
  readonly name: string
  readonly addresses?: readonly string[]
}

export type ContactRole = 'admin' | 'tech' | 'billing'
export interface RoleContact {
  readonly role: ContactRole
  readonly id: string
}

export interface DsRecord {
  readonly keyTag: number
  readonly algorithm: number
  readonly digestType: number
  /** Hexadecimal. */
  readonly digest: string
}

export interface CreateDomain {
  readonly name: string
  readonly years: number
  readonly registrant: string
  readonly contacts?: readonly RoleContact[]
  readonly nameServers?: readonly NameServer[]
  /** Left out: the name has no authorisation information until it is needed (RFC 9154). */
  readonly authInfo?: string
  readonly dsRecords?: readonly DsRecord[]
  /** The fee agreed to; another one at the registry refuses the command (RFC 8748). */
  readonly fee?: Money
}

export interface CreatedDomain {
  readonly name: string
  readonly createdAt: Date
  readonly expiresAt?: Date
  /** Name servers under the new name itself, which can only be added now, by `updateDomain`. */
  readonly pendingNameServers: readonly NameServer[]
}

export interface DomainInfo {
  readonly name: string
  readonly roid: string
  readonly statuses: readonly string[]
  readonly rgpStatuses: readonly string[]
  readonly registrant?: string
  readonly contacts: readonly RoleContact[]
  readonly nameServers: readonly NameServer[]
  readonly subordinateHosts: readonly string[]
  readonly sponsor: string
  readonly creator?: string
  readonly createdAt?: Date
  readonly updatedAt?: Date
  readonly expiresAt?: Date
  readonly transferredAt?: Date
  readonly dsRecords: readonly DsRecord[]
}

export interface RenewDomain {
  readonly name: string
  readonly years: number
  /** The expiry known to the portal; only its UTC date goes out, and a second renewal by mistake is refused. */
  readonly currentExpiry: Date
  readonly fee?: Money
}

/** Statuses that a registrar may set on a name (RFC 5731 §2.3). */
export type ClientStatus =
  | 'clientHold'
  | 'clientDeleteProhibited'
  | 'clientRenewProhibited'
  | 'clientTransferProhibited'
  | 'clientUpdateProhibited'

export interface DomainChange {
  readonly nameServers?: readonly NameServer[]
  readonly contacts?: readonly RoleContact[]
  readonly statuses?: readonly ClientStatus[]
  readonly dsRecords?: readonly DsRecord[]
}

export interface UpdateDomain {
  readonly name: string
  readonly add?: DomainChange
  readonly remove?: DomainChange
  readonly registrant?: string
  /** A new authorisation code; `null` takes it away. */
  readonly authInfo?: string | null
}

export interface PostalAddress {
  readonly name: string
  readonly organisation?: string
  /** At most three lines. */
  readonly street?: readonly string[]
  readonly city: string
  readonly province?: string
  readonly postalCode?: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
}

export interface CreateContact {
  /** 3 to 16 characters, unique at the registry. */
  readonly id: string
  readonly postal: PostalAddress
  /** E.164, `+84912345678` or `+84.912345678`. */
  readonly voice?: string
  readonly fax?: string
  readonly email: string
  readonly authInfo?: string
}

export interface UpdateContact {
  readonly id: string
  readonly postal?: PostalAddress
  /** An empty text takes the number away. */
  readonly voice?: string
  readonly fax?: string
  readonly email?: string
}

export interface ContactInfo {
  readonly id: string
  readonly roid: string
  readonly statuses: readonly string[]
  /** As written by the holder (UTF-8) when the registry has it, else the ASCII form. */
  readonly postal: PostalAddress
  readonly voice?: string
  readonly fax?: string
  readonly email: string
  readonly sponsor: string
  readonly createdAt?: Date
  readonly updatedAt?: Date
}

export interface ObjectAvailability {
  readonly id: string
  readonly available: boolean
  readonly reason?: string
}

export interface HostInfo {
  readonly name: string
  readonly roid: string
  readonly statuses: readonly string[]
  readonly addresses: readonly string[]
  readonly sponsor: string
}

export interface UpdateHost {
  readonly name: string
  readonly addAddresses?: readonly string[]
  readonly removeAddresses?: readonly string[]
  readonly newName?: string
}

export interface RegistryGateway {
  /** Whether names are free, with the registry's fees for `years` (default 1). */
  check(names: readonly string[], years?: number): Promise<Outcome<readonly DomainAvailability[]>>
  createDomain(clTRID: string, request: CreateDomain): Promise<Outcome<CreatedDomain>>
  /** Code 2303 = the name does not exist at the registry. */
  infoDomain(name: string, authInfo?: string): Promise<Outcome<DomainInfo>>
  renewDomain(clTRID: string, request: RenewDomain): Promise<Outcome<{ readonly expiresAt?: Date }>>
  updateDomain(clTRID: string, request: UpdateDomain): Promise<Outcome<undefined>>
  deleteDomain(clTRID: string, name: string): Promise<Outcome<undefined>>
  restoreDomain(clTRID: string, request: RestoreDomain): Promise<Outcome<undefined>>
  transferDomain(clTRID: string, request: TransferDomain): Promise<Outcome<TransferState | undefined>>
  checkContact(ids: readonly string[]): Promise<Outcome<readonly ObjectAvailability[]>>
  createContact(clTRID: string, request: CreateContact): Promise<Outcome<undefined>>
  infoContact(id: string): Promise<Outcome<ContactInfo>>
  updateContact(clTRID: string, request: UpdateContact): Promise<Outcome<undefined>>
  deleteContact(clTRID: string, id: string): Promise<Outcome<undefined>>
  checkHost(names: readonly string[]): Promise<Outcome<readonly ObjectAvailability[]>>
  createHost(clTRID: string, host: NameServer): Promise<Outcome<undefined>>
  infoHost(name: string): Promise<Outcome<HostInfo>>
  updateHost(clTRID: string, request: UpdateHost): Promise<Outcome<undefined>>
  deleteHost(clTRID: string, name: string): Promise<Outcome<undefined>>
  /** The oldest waiting message, or `undefined` when none waits; it stays until `acknowledge`. */
  poll(): Promise<Outcome<PollMessage | undefined>>
  acknowledge(clTRID: string, messageId: string): Promise<Outcome<undefined>>
  /** Logs out and closes every session; calls made afterwards are `unsent`. */
  close(): Promise<void>
}
