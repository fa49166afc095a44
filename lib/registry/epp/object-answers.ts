/** Answers about contacts and hosts, read into the port's types. */
import type { ContactInfo, HostInfo, ObjectAvailability, PostalAddress } from '../gateway'
import { type Answer, dataOf } from './answer'
import { UnreadableXml, type XmlNode, childOf, childrenOf, instantOf, textOf } from './xml-node'

export function readContactCheck(answer: Answer): ObjectAvailability[] {
  return childrenOf(dataOf(answer, 'contact', 'chkData'), 'contact:cd').map((cd) =>
    availability(childOf(cd, 'contact:id'), textOf(cd, 'contact:reason')),
  )
}

export function readHostCheck(answer: Answer): ObjectAvailability[] {
  return childrenOf(dataOf(answer, 'host', 'chkData'), 'host:cd').map((cd) =>
    availability(childOf(cd, 'host:name'), textOf(cd, 'host:reason')),
  )
}

export function readContactInfo(answer: Answer): ContactInfo {
  const data = dataOf(answer, 'contact', 'infData')
  const forms = childrenOf(data, 'contact:postalInfo')
  const form = forms.find((postal) => postal.attrs.type === 'loc') ?? forms[0]
  if (form === undefined) throw new UnreadableXml('the answer lacks postalInfo')
  return {
    id: textOf(data, 'contact:id') ?? '',
    roid: textOf(data, 'contact:roid') ?? '',
    statuses: childrenOf(data, 'contact:status').map((status) => status.attrs.s ?? ''),
    postal: postalAddress(form),
    voice: textOf(data, 'contact:voice'),
    fax: textOf(data, 'contact:fax'),
    email: textOf(data, 'contact:email') ?? '',
    sponsor: textOf(data, 'contact:clID') ?? '',
    createdAt: instantOf(data, 'contact:crDate'),
    updatedAt: instantOf(data, 'contact:upDate'),
  }
}

export function readHostInfo(answer: Answer): HostInfo {
  const data = dataOf(answer, 'host', 'infData')
  return {
    name: textOf(data, 'host:name') ?? '',
    roid: textOf(data, 'host:roid') ?? '',
    statuses: childrenOf(data, 'host:status').map((status) => status.attrs.s ?? ''),
    addresses: childrenOf(data, 'host:addr').map((address) => address.text),
    sponsor: textOf(data, 'host:clID') ?? '',
  }
}

function postalAddress(form: XmlNode): PostalAddress {
  const addr = childOf(form, 'contact:addr')
  return {
    name: textOf(form, 'contact:name') ?? '',
    organisation: textOf(form, 'contact:org'),
    street: childrenOf(addr, 'contact:street').map((street) => street.text),
    city: textOf(addr, 'contact:city') ?? '',
    province: textOf(addr, 'contact:sp'),
    postalCode: textOf(addr, 'contact:pc'),
    country: textOf(addr, 'contact:cc') ?? '',
  }
}

function availability(node: XmlNode | undefined, reason: string | undefined): ObjectAvailability {
  if (node === undefined) throw new UnreadableXml('the answer lacks the object')
  return { id: node.text, available: node.attrs.avail === '1' || node.attrs.avail === 'true', reason }
}
