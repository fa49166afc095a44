/** How each kind of journal row is sent, and how the registry is asked whether it was carried out. */
import { env } from '@/lib/platform/env'
import type { CreateContact, CreateDomain, NameServer, UpdateContact } from '../gateway'
import type { Call } from './call'
import { domainRenew, domainRestore } from './renewal-calls'

const DOES_NOT_EXIST = 2303
export const OBJECT_EXISTS = 2302

const domainCheck: Call = {
  send: (gateway, _clTRID, payload) => gateway.check([(payload as { name: string }).name]),
  ask: async () => ({ kind: 'not-there' }),
}

const contactCreate: Call = {
  send: (gateway, clTRID, payload) => gateway.createContact(clTRID, payload as CreateContact),
  async ask(gateway, _clTRID, payload, clientId) {
    const info = await gateway.infoContact((payload as CreateContact).id)
    if (info.kind === 'refused' && info.code === DOES_NOT_EXIST) return { kind: 'not-there' }
    if (info.kind !== 'done' || info.value.sponsor === clientId) return info
    return { kind: 'refused', code: OBJECT_EXISTS, message: 'the handle is taken' }
  },
}

const domainCreate: Call = {
  send: (gateway, clTRID, payload) => gateway.createDomain(clTRID, payload as CreateDomain),
  async ask(gateway, _clTRID, payload, clientId) {
    const wanted = payload as CreateDomain
    const info = await gateway.infoDomain(wanted.name)
    if (info.kind === 'refused' && info.code === DOES_NOT_EXIST) return { kind: 'not-there' }
    if (info.kind !== 'done') return info
    // The registrant's handle is random and ours: only our own create can have put it there.
    const ours = info.value.sponsor === clientId && info.value.registrant === wanted.registrant
    return ours ? info : { kind: 'refused', code: OBJECT_EXISTS, message: 'the name exists' }
  },
}

const contactUpdate: Call = {
  send: (gateway, clTRID, payload) => gateway.updateContact(clTRID, payload as UpdateContact),
  // Every field is set to what it shall be, so sending it again changes nothing more.
  ask: async () => ({ kind: 'not-there' }),
}

/** The name servers a name shall have; what is to be added and removed is computed from what it has. */
export interface WantedNameServers {
  readonly name: string
  readonly nameServers: readonly NameServer[]
}

const nameServers: Call = {
  async send(gateway, clTRID, payload) {
    const wanted = payload as WantedNameServers
    const info = await gateway.infoDomain(wanted.name)
    if (info.kind === 'unknown') return { kind: 'unsent', cause: info.cause }
    if (info.kind !== 'done') return info
    const has = new Set(info.value.nameServers.map((server) => server.name))
    const shall = new Set(wanted.nameServers.map((server) => server.name))
    const added = wanted.nameServers.filter((server) => !has.has(server.name))
    const removed = info.value.nameServers.filter((server) => !shall.has(server.name))
    if (added.length === 0 && removed.length === 0) return info
    return gateway.updateDomain(clTRID, {
      name: wanted.name,
      ...(added.length > 0 && { add: { nameServers: added } }),
      ...(removed.length > 0 && { remove: { nameServers: removed.map(({ name }) => ({ name })) } }),
    })
  },
  ask: async () => ({ kind: 'not-there' }),
}

/** A payload that names the name and nothing else. */
interface Named {
  readonly name: string
}

/** Sets or takes away `clientHold`; what is so already is left alone, so it may be sent again. */
function hold(wanted: boolean): Call {
  return {
    async send(gateway, clTRID, payload) {
      const { name } = payload as Named
      const info = await gateway.infoDomain(name)
      if (info.kind === 'unknown') return { kind: 'unsent', cause: info.cause }
      if (info.kind !== 'done' || info.value.statuses.includes('clientHold') === wanted) return info
      const change = { statuses: ['clientHold' as const] }
      return gateway.updateDomain(clTRID, { name, ...(wanted ? { add: change } : { remove: change }) })
    },
    ask: async () => ({ kind: 'not-there' }),
  }
}

/**
 * Deletes a name: into its redemption, or for good, as the registry has it. A name that is gone, in deletion
 * already or another registrar's meanwhile is deleted for us.
 */
const domainDelete: Call = {
  async send(gateway, clTRID, payload) {
    const { name } = payload as Named
    const info = await gateway.infoDomain(name)
    if (info.kind === 'unknown') return { kind: 'unsent', cause: info.cause }
    if (info.kind === 'refused' && info.code === DOES_NOT_EXIST) return GONE
    if (info.kind !== 'done') return info
    const ending = info.value.rgpStatuses.length > 0 || info.value.statuses.includes('pendingDelete')
    return ending || info.value.sponsor !== env().EPP_CLIENT_ID ? info : gateway.deleteDomain(clTRID, name)
  },
  ask: async () => ({ kind: 'not-there' }),
}

const GONE = { kind: 'done', value: undefined, svTRID: '', code: 1000 } as const

export const CALLS = {
  'domain-renew': domainRenew,
  'domain-restore': domainRestore,
  'domain-check': domainCheck,
  'contact-create': contactCreate,
  'domain-create': domainCreate,
  'contact-update': contactUpdate,
  'name-servers': nameServers,
  'domain-hold': hold(true),
  'domain-unhold': hold(false),
  'domain-delete': domainDelete,
  'domain-release': domainDelete,
} as const satisfies Record<string, Call>

export type CallKind = keyof typeof CALLS

/** The call of a journal row. Throws for a kind that nobody sends: that is a bug. */
export function callOf(kind: string): Call {
  if (!(kind in CALLS)) throw new Error(`no registry call is known as ${kind}`)
  return CALLS[kind as CallKind]
}
