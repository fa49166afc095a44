/** What a contact's command holds, checked. */
import type { QName } from '../epp/namespaces'
import { childOf, childrenOf, textOf, type XmlNode } from '../epp/xml-node'
import { required } from './context'
import { CommandRefused } from './reply'

export interface Postal {
  readonly type: 'int' | 'loc'
  readonly name: string
  readonly org?: string
  readonly street: readonly string[]
  readonly city: string
  readonly sp?: string
  readonly pc?: string
  readonly cc: string
}

export interface Phone {
  readonly number: string
  readonly extension?: string
}

const MAX_LINE = 255
const ASCII = /^[\x20-\x7e]*$/

/** The postal forms of a create: one or two, of different types (2001–2005). */
export function postalOf(node: XmlNode): Postal[] {
  const forms = childrenOf(node, 'contact:postalInfo').map((form) => postalForm(form))
  if (forms.length === 0) throw new CommandRefused(2003, 'contact:postalInfo is missing')
  if (new Set(forms.map((form) => form.type)).size !== forms.length) {
    throw new CommandRefused(2001, 'two postal forms of one type')
  }
  return forms
}

/** The postal forms after an update: parts that it does not name stay (RFC 5733 §3.2.4). */
export function changedPostal(before: readonly Postal[], change: XmlNode | undefined): Postal[] {
  const after = new Map(before.map((form) => [form.type, form]))
  for (const node of childrenOf(change, 'contact:postalInfo')) {
    const type = typeOf(node)
    after.set(type, postalForm(node, after.get(type)))
  }
  return [...after.values()]
}

function postalForm(node: XmlNode, before?: Postal): Postal {
  const type = typeOf(node)
  const addr = childOf(node, 'contact:addr')
  const form: Postal = {
    type,
    name: textOf(node, 'contact:name') ?? before?.name ?? required(node, 'contact:name'),
    org: textOf(node, 'contact:org') ?? before?.org,
    ...(addr === undefined && before !== undefined ? addressOf(before) : addressFrom(addr)),
  }
  const lines = [form.name, form.org, ...form.street, form.city, form.sp, form.pc, form.cc]
  for (const line of lines) {
    if (line === undefined) continue
    if (line.length > MAX_LINE) throw new CommandRefused(2005, 'a line is longer than 255 characters')
    if (type === 'int' && !ASCII.test(line)) throw new CommandRefused(2005, 'the int form is ASCII')
  }
  return form
}

function addressOf({ street, city, sp, pc, cc }: Postal) {
  return { street, city, sp, pc, cc }
}

function addressFrom(addr: XmlNode | undefined) {
  const street = childrenOf(addr, 'contact:street').map((line) => line.text)
  const cc = required(addr, 'contact:cc').toUpperCase()
  if (street.length > 3) throw new CommandRefused(2001, 'at most three street lines')
  if (!/^[A-Z]{2}$/.test(cc)) throw new CommandRefused(2005, 'the country is two letters')
  return {
    street,
    city: required(addr, 'contact:city'),
    sp: textOf(addr, 'contact:sp'),
    pc: textOf(addr, 'contact:pc'),
    cc,
  }
}

function typeOf(node: XmlNode): 'int' | 'loc' {
  const { type } = node.attrs
  if (type !== 'int' && type !== 'loc') throw new CommandRefused(2001, 'a postal form has no type')
  return type
}

/** A phone number, or none when absent or empty (2005). */
export function phoneOf(node: XmlNode | undefined, name: QName): Phone | null {
  const found = childOf(node, name)
  if (found === undefined || found.text === '') return null
  if (!/^\+\d{1,3}\.\d{1,14}$/.test(found.text)) throw new CommandRefused(2005, `${name} is not +C.N`)
  return { number: found.text, extension: found.attrs.x }
}

export function emailOf(text: string): string {
  if (!/^[^@\s]+@[^@\s]+$/.test(text) || text.length > 254) throw new CommandRefused(2005, 'not an e-mail')
  return text
}
