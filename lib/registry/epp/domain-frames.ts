/** Commands on names (RFC 5731), with restore (RFC 3915), DNSSEC (RFC 5910) and fees (RFC 8748). */
import { CURRENCIES, type Money } from '@/lib/kernel/money'
import type {
  CreateDomain,
  DomainChange,
  NameServer,
  RenewDomain,
  RoleContact,
  UpdateDomain,
} from '../gateway'
import type { RestoreDomain, RestoreReport, TransferDomain } from '../transfer-types'
import { type Command, dsTags, objectCommand } from './command-frame'
import { addressTags } from './host-frames'
import { NAMESPACES } from './namespaces'
import { optionalTag, type Tag, tag, tags } from './xml-tag'

/** How a registry wants name servers: as host objects of their own, or written into the name. */
export type HostModel = 'objects' | 'attributes'

/** Asks for names and, where the registry tells them, for the fees of so many years. */
export function checkDomains(names: readonly string[], years: number): Command {
  const extension = tag('fee:check', [feeCommand('create', years), feeCommand('renew', years)])
  const command = objectCommand('epp:check', tag('domain:check', tags('domain:name', names)))
  return { ...command, whenOffered: { uri: NAMESPACES.fee, extension } }
}

export function createDomain(request: CreateDomain, hosts: HostModel): Command {
  const create = tag('domain:create', [
    tag('domain:name', request.name),
    period(request.years),
    nameServerTag(request.nameServers, hosts),
    tag('domain:registrant', request.registrant),
    ...contactTags(request.contacts),
    tag('domain:authInfo', [tag('domain:pw', request.authInfo ?? '')]),
  ])
  const dsRecords = dsTags(request.dsRecords)
  return objectCommand('epp:create', create, [
    dsRecords.length > 0 ? tag('secDNS:create', dsRecords) : undefined,
    feeTag('fee:create', request.fee),
  ])
}

export function infoDomain(name: string, authInfo?: string): Command {
  return objectCommand(
    'epp:info',
    tag('domain:info', [tag('domain:name', name, { hosts: 'all' }), authInfoTag(authInfo)]),
  )
}

export function renewDomain(request: RenewDomain): Command {
  const renew = tag('domain:renew', [
    tag('domain:name', request.name),
    tag('domain:curExpDate', request.currentExpiry.toISOString().slice(0, 10)),
    period(request.years),
  ])
  return objectCommand('epp:renew', renew, [feeTag('fee:renew', request.fee)])
}

export function updateDomain(request: UpdateDomain, hosts: HostModel): Command {
  const update = tag('domain:update', [
    tag('domain:name', request.name),
    changeTag('domain:add', request.add, hosts),
    changeTag('domain:rem', request.remove, hosts),
    chgTag(request),
  ])
  return objectCommand('epp:update', update, [secDnsUpdate(request)])
}

export function deleteDomain(name: string): Command {
  return objectCommand('epp:delete', tag('domain:delete', [tag('domain:name', name)]))
}

/** RFC 3915 §4.2.5: an update that changes nothing, with the restore as its extension. */
export function restoreDomain(request: RestoreDomain): Command {
  const update = tag('domain:update', [tag('domain:name', request.name), tag('domain:chg')])
  const { report } = request
  const restore =
    report === undefined
      ? tag('rgp:restore', [], { op: 'request' })
      : tag('rgp:restore', [reportTag(report)], { op: 'report' })
  return objectCommand('epp:update', update, [tag('rgp:update', [restore])])
}

export function transferDomain(request: TransferDomain): Command {
  const transfer = tag('domain:transfer', [
    tag('domain:name', request.name),
    request.years === undefined ? undefined : period(request.years),
    authInfoTag(request.authInfo),
  ])
  return { verb: tag('epp:transfer', [transfer], { op: request.operation }) }
}

function reportTag(report: RestoreReport): Tag {
  return tag('rgp:report', [
    tag('rgp:preData', report.before),
    tag('rgp:postData', report.after),
    tag('rgp:delTime', report.deletedAt.toISOString()),
    tag('rgp:resTime', report.restoredAt.toISOString()),
    tag('rgp:resReason', report.reason),
    ...tags('rgp:statement', report.statements),
  ])
}

function changeTag(name: 'domain:add' | 'domain:rem', change: DomainChange | undefined, hosts: HostModel) {
  if (change === undefined) return undefined
  const children = [
    nameServerTag(change.nameServers, hosts),
    ...contactTags(change.contacts),
    ...(change.statuses ?? []).map((status) => tag('domain:status', [], { s: status })),
  ].filter((child) => child !== undefined)
  return children.length > 0 ? tag(name, children) : undefined
}

function chgTag(request: UpdateDomain): Tag | undefined {
  const { registrant, authInfo } = request
  if (registrant === undefined && authInfo === undefined) return undefined
  const secret = authInfo === null ? tag('domain:null') : optionalTag('domain:pw', authInfo)
  return tag('domain:chg', [
    optionalTag('domain:registrant', registrant),
    secret === undefined ? undefined : tag('domain:authInfo', [secret]),
  ])
}

function secDnsUpdate(request: UpdateDomain): Tag | undefined {
  const remove = dsTags(request.remove?.dsRecords)
  const add = dsTags(request.add?.dsRecords)
  if (remove.length === 0 && add.length === 0) return undefined
  return tag('secDNS:update', [
    remove.length > 0 ? tag('secDNS:rem', remove) : undefined,
    add.length > 0 ? tag('secDNS:add', add) : undefined,
  ])
}

function nameServerTag(servers: readonly NameServer[] | undefined, hosts: HostModel): Tag | undefined {
  if (servers === undefined || servers.length === 0) return undefined
  if (hosts === 'objects') {
    return tag(
      'domain:ns',
      servers.map((server) => tag('domain:hostObj', server.name)),
    )
  }
  return tag(
    'domain:ns',
    servers.map((server) =>
      tag('domain:hostAttr', [
        tag('domain:hostName', server.name),
        ...addressTags('domain:hostAddr', server.addresses),
      ]),
    ),
  )
}

function contactTags(contacts: readonly RoleContact[] | undefined): Tag[] {
  return (contacts ?? []).map((contact) => tag('domain:contact', contact.id, { type: contact.role }))
}

function authInfoTag(authInfo: string | undefined): Tag | undefined {
  return authInfo === undefined ? undefined : tag('domain:authInfo', [tag('domain:pw', authInfo)])
}

function period(years: number): Tag {
  return tag('domain:period', String(years), { unit: 'y' })
}

function feeCommand(name: 'create' | 'renew', years: number): Tag {
  return tag('fee:command', [tag('fee:period', String(years), { unit: 'y' })], { name })
}

function feeTag(name: 'fee:create' | 'fee:renew', fee: Money | undefined): Tag | undefined {
  if (fee === undefined) return undefined
  return tag(name, [tag('fee:currency', fee.currency), tag('fee:fee', decimal(fee))])
}

/** The amount with as many decimals as its currency has. */
function decimal(fee: Money): string {
  const decimals = CURRENCIES[fee.currency]
  if (decimals === 0) return String(fee.minor)
  const digits = String(fee.minor).padStart(decimals + 1, '0')
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
