/** Answers about names, read into the port's types. They throw UnreadableXml when something needed is absent. */
import { CURRENCIES, isCurrency, type Money } from '@/lib/kernel/money'
import type {
  ContactRole,
  CreatedDomain,
  DomainAvailability,
  DomainInfo,
  DsRecord,
  NameServer,
} from '../gateway'
import type { PollMessage, TransferState } from '../transfer-types'
import { type Answer, dataOf } from './answer'
import { NAMESPACES } from './namespaces'
import { UnreadableXml, type XmlNode, childOf, childrenOf, instantOf, isNamed, textOf } from './xml-node'

export function readDomainCheck(answer: Answer): DomainAvailability[] {
  const fees = answer.extensions.find((extension) => isNamed(extension, 'fee:chkData'))
  return childrenOf(dataOf(answer, 'domain', 'chkData'), 'domain:cd').map((cd) => {
    const name = childOf(cd, 'domain:name')
    const fee = childrenOf(fees, 'fee:cd').find((entry) => textOf(entry, 'fee:objID') === name?.text)
    return {
      name: needed(name?.text, 'name'),
      available: isTrue(name?.attrs.avail),
      reason: textOf(cd, 'domain:reason'),
      createFee: feeOf(fees, fee, 'create'),
      renewFee: feeOf(fees, fee, 'renew'),
    }
  })
}

export function readCreatedDomain(answer: Answer, pending: readonly NameServer[]): CreatedDomain {
  const data = dataOf(answer, 'domain', 'creData')
  return {
    name: needed(textOf(data, 'domain:name'), 'name'),
    createdAt: needed(instantOf(data, 'domain:crDate'), 'crDate'),
    expiresAt: instantOf(data, 'domain:exDate'),
    pendingNameServers: pending,
  }
}

export function readDomainInfo(answer: Answer): DomainInfo {
  const data = dataOf(answer, 'domain', 'infData')
  const rgp = answer.extensions.find((extension) => isNamed(extension, 'rgp:infData'))
  const secDns = answer.extensions.find((extension) => isNamed(extension, 'secDNS:infData'))
  return {
    name: needed(textOf(data, 'domain:name'), 'name'),
    roid: needed(textOf(data, 'domain:roid'), 'roid'),
    statuses: childrenOf(data, 'domain:status').map((status) => status.attrs.s ?? ''),
    rgpStatuses: childrenOf(rgp, 'rgp:rgpStatus').map((status) => status.attrs.s ?? ''),
    registrant: textOf(data, 'domain:registrant'),
    contacts: childrenOf(data, 'domain:contact').map(roleContact),
    nameServers: nameServers(childOf(data, 'domain:ns')),
    subordinateHosts: childrenOf(data, 'domain:host').map((host) => host.text),
    sponsor: needed(textOf(data, 'domain:clID'), 'clID'),
    creator: textOf(data, 'domain:crID'),
    createdAt: instantOf(data, 'domain:crDate'),
    updatedAt: instantOf(data, 'domain:upDate'),
    expiresAt: instantOf(data, 'domain:exDate'),
    transferredAt: instantOf(data, 'domain:trDate'),
    dsRecords: childrenOf(secDns, 'secDNS:dsData').map(dsRecord),
  }
}

export function readRenewal(answer: Answer): { readonly expiresAt?: Date } {
  return { expiresAt: instantOf(dataOf(answer, 'domain', 'renData'), 'domain:exDate') }
}

/** The transfer an answer or a poll message tells of; `undefined` when it tells of none. */
export function readTransfer(answer: Answer): TransferState | undefined {
  const { data } = answer
  if (data === undefined || data.name !== 'trnData' || data.ns !== NAMESPACES.domain) return undefined
  return {
    name: needed(textOf(data, 'domain:name'), 'name'),
    status: needed(textOf(data, 'domain:trStatus'), 'trStatus'),
    requestedBy: needed(textOf(data, 'domain:reID'), 'reID'),
    requestedAt: needed(instantOf(data, 'domain:reDate'), 'reDate'),
    actsBy: textOf(data, 'domain:acID'),
    actsAt: instantOf(data, 'domain:acDate'),
    expiresAt: instantOf(data, 'domain:exDate'),
  }
}

export function readPollMessage(answer: Answer): PollMessage | undefined {
  const { queue } = answer
  if (answer.code !== 1301 || queue === undefined) return undefined
  return {
    id: needed(queue.attrs.id, 'message id'),
    count: Number(queue.attrs.count ?? 0),
    queuedAt: instantOf(queue, 'epp:qDate'),
    text: textOf(queue, 'epp:msg') ?? '',
    transfer: readTransfer(answer),
  }
}

function roleContact(node: XmlNode) {
  return { role: needed(node.attrs.type, 'contact type') as ContactRole, id: node.text }
}

function nameServers(ns: XmlNode | undefined): NameServer[] {
  const objects = childrenOf(ns, 'domain:hostObj').map((host) => ({ name: host.text }))
  const attributes = childrenOf(ns, 'domain:hostAttr').map((host) => ({
    name: needed(textOf(host, 'domain:hostName'), 'hostName'),
    addresses: childrenOf(host, 'domain:hostAddr').map((address) => address.text),
  }))
  return [...objects, ...attributes]
}

function dsRecord(node: XmlNode): DsRecord {
  return {
    keyTag: Number(textOf(node, 'secDNS:keyTag')),
    algorithm: Number(textOf(node, 'secDNS:alg')),
    digestType: Number(textOf(node, 'secDNS:digestType')),
    digest: needed(textOf(node, 'secDNS:digest'), 'digest'),
  }
}

function feeOf(fees: XmlNode | undefined, entry: XmlNode | undefined, command: string): Money | undefined {
  const currency = textOf(fees, 'fee:currency')
  const found = childrenOf(entry, 'fee:command').find((node) => node.attrs.name === command)
  const parts = childrenOf(found, 'fee:fee')
  if (currency === undefined || !isCurrency(currency) || parts.length === 0) return undefined
  const minor = parts.reduce((sum, part) => sum + minorUnits(part.text, CURRENCIES[currency]), 0n)
  return { minor, currency }
}

function minorUnits(decimal: string, digits: number): bigint {
  const match = /^(\d+)(?:\.(\d*))?$/.exec(decimal)
  if (match === null) throw new UnreadableXml('a fee is not a number')
  const fraction = (match[2] ?? '').padEnd(digits, '0')
  if (/[1-9]/.test(fraction.slice(digits))) throw new UnreadableXml('a fee is finer than its currency')
  return BigInt(`${match[1]}${fraction.slice(0, digits)}`)
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

function needed<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new UnreadableXml(`the answer lacks ${what}`)
  return value
}
