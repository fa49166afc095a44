import type { Outcome, CreateDomain, RegistryGateway, UpdateDomain } from '../gateway'
import * as contacts from './contact-frames'
import { pollCommand } from './command-frame'
import * as answers from './domain-answers'
import * as domains from './domain-frames'
import { ask, transform } from './exchange'
import * as hosts from './host-frames'
import { ensureHosts, isSubordinate } from './host-steps'
import { readContactCheck, readContactInfo, readHostCheck, readHostInfo } from './object-answers'
import { SessionPool } from './session-pool'
import type { SessionOptions } from './session'

type Defaulted = 'timeoutMs' | 'keepAliveMs'

export interface EppGatewayOptions
  extends Omit<SessionOptions, Defaulted>,
    Partial<Pick<SessionOptions, Defaulted>> {
  /** Sessions at most; 4 by default. */
  readonly poolSize?: number
  /** Commands on their way in one session; 8 by default. */
  readonly pipeline?: number
  /** `objects` by default (RFC 5731 §1.1). */
  readonly hostModel?: domains.HostModel
}

const nothing = () => undefined

/**
 * The EPP client (RFC 5730–5734, 3915, 5910, 8748). Nothing is opened before the first call; sessions are
 * verified TLS, logged in, kept alive and opened anew when lost. Close it to let the process end.
 */
export function createEppGateway(options: EppGatewayOptions): RegistryGateway {
  const pool = new SessionPool({
    timeoutMs: 30_000,
    keepAliveMs: 240_000,
    poolSize: 4,
    pipeline: 8,
    ...options,
  })
  return {
    ...domainCalls(pool, options),
    ...contactCalls(pool),
    ...hostCalls(pool),
    poll: () => ask(pool, pollCommand(), answers.readPollMessage),
    acknowledge: (clTRID, messageId) => transform(pool, clTRID, pollCommand(messageId), nothing),
    close: () => pool.close(),
  }
}

type DomainCalls = Pick<RegistryGateway, 'check' | (`${string & keyof RegistryGateway}` & `${string}Domain`)>
type ContactCalls = Pick<RegistryGateway, `${string & keyof RegistryGateway}` & `${string}Contact`>
type HostCalls = Pick<RegistryGateway, `${string & keyof RegistryGateway}` & `${string}Host`>

function domainCalls(pool: SessionPool, options: EppGatewayOptions): DomainCalls {
  const { hostModel = 'objects' } = options
  return {
    check: (names, years = 1) => ask(pool, domains.checkDomains(names, years), answers.readDomainCheck),
    createDomain: (clTRID, request) => create(pool, clTRID, request, hostModel),
    infoDomain: (name, authInfo) => ask(pool, domains.infoDomain(name, authInfo), answers.readDomainInfo),
    renewDomain: (clTRID, request) =>
      transform(pool, clTRID, domains.renewDomain(request), answers.readRenewal),
    updateDomain: (clTRID, request) => update(pool, clTRID, request, hostModel),
    deleteDomain: (clTRID, name) => transform(pool, clTRID, domains.deleteDomain(name), nothing),
    restoreDomain: (clTRID, request) => transform(pool, clTRID, domains.restoreDomain(request), nothing),
    transferDomain: (clTRID, request) =>
      transform(pool, clTRID, domains.transferDomain(request), answers.readTransfer),
  }
}

function contactCalls(pool: SessionPool): ContactCalls {
  return {
    checkContact: (ids) => ask(pool, contacts.checkContacts(ids), readContactCheck),
    createContact: (clTRID, request) => transform(pool, clTRID, contacts.createContact(request), nothing),
    infoContact: (id) => ask(pool, contacts.infoContact(id), readContactInfo),
    updateContact: (clTRID, request) => transform(pool, clTRID, contacts.updateContact(request), nothing),
    deleteContact: (clTRID, id) => transform(pool, clTRID, contacts.deleteContact(id), nothing),
  }
}

function hostCalls(pool: SessionPool): HostCalls {
  return {
    checkHost: (names) => ask(pool, hosts.checkHosts(names), readHostCheck),
    createHost: (clTRID, host) => transform(pool, clTRID, hosts.createHost(host), nothing),
    infoHost: (name) => ask(pool, hosts.infoHost(name), readHostInfo),
    updateHost: (clTRID, request) => transform(pool, clTRID, hosts.updateHost(request), nothing),
    deleteHost: (clTRID, name) => transform(pool, clTRID, hosts.deleteHost(name), nothing),
  }
}

/** With host objects, servers under the new name itself have to wait until it exists (RFC 5732 §3.2.1). */
async function create(
  pool: SessionPool,
  clTRID: string,
  request: CreateDomain,
  hostModel: domains.HostModel,
): Promise<Outcome<ReturnType<typeof answers.readCreatedDomain>>> {
  const servers = request.nameServers ?? []
  const pending =
    hostModel === 'objects' ? servers.filter((server) => isSubordinate(server, request.name)) : []
  const nameServers = servers.filter((server) => !pending.includes(server))
  const stopped = hostModel === 'objects' ? await ensureHosts(pool, nameServers) : undefined
  if (stopped !== undefined) return stopped
  const command = domains.createDomain({ ...request, nameServers }, hostModel)
  return transform(pool, clTRID, command, (answer) => answers.readCreatedDomain(answer, pending))
}

async function update(
  pool: SessionPool,
  clTRID: string,
  request: UpdateDomain,
  hostModel: domains.HostModel,
): Promise<Outcome<undefined>> {
  const added = request.add?.nameServers ?? []
  const stopped = hostModel === 'objects' ? await ensureHosts(pool, added) : undefined
  return stopped ?? transform(pool, clTRID, domains.updateDomain(request, hostModel), nothing)
}
