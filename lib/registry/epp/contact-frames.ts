/** Commands on contacts (RFC 5733). */
import type { CreateContact, PostalAddress, UpdateContact } from '../gateway'
import { type Command, objectCommand } from './command-frame'
import { toEppPhone } from './phone.rule'
import { postalForms } from './postal.rule'
import { optionalTag, type Tag, tag, tags } from './xml-tag'

export function checkContacts(ids: readonly string[]): Command {
  return objectCommand('epp:check', tag('contact:check', tags('contact:id', ids)))
}

export function createContact(request: CreateContact): Command {
  return objectCommand(
    'epp:create',
    tag('contact:create', [
      tag('contact:id', request.id),
      ...postalTags(request.postal),
      phoneTag('contact:voice', request.voice),
      phoneTag('contact:fax', request.fax),
      tag('contact:email', request.email),
      tag('contact:authInfo', [tag('contact:pw', request.authInfo ?? '')]),
    ]),
  )
}

export function infoContact(id: string): Command {
  return objectCommand('epp:info', tag('contact:info', [tag('contact:id', id)]))
}

export function updateContact(request: UpdateContact): Command {
  const change = [
    ...(request.postal === undefined ? [] : postalTags(request.postal)),
    phoneTag('contact:voice', request.voice),
    phoneTag('contact:fax', request.fax),
    optionalTag('contact:email', request.email),
  ]
  return objectCommand(
    'epp:update',
    tag('contact:update', [tag('contact:id', request.id), tag('contact:chg', change)]),
  )
}

export function deleteContact(id: string): Command {
  return objectCommand('epp:delete', tag('contact:delete', [tag('contact:id', id)]))
}

function postalTags(address: PostalAddress): Tag[] {
  const { int, loc } = postalForms(address)
  const tagsOut: Tag[] = []
  if (int !== undefined) tagsOut.push(postalTag('int', int))
  if (loc !== undefined) tagsOut.push(postalTag('loc', loc))
  return tagsOut
}

function postalTag(type: 'int' | 'loc', address: PostalAddress): Tag {
  const lines = tag('contact:addr', [
    ...tags('contact:street', address.street),
    tag('contact:city', address.city),
    optionalTag('contact:sp', address.province),
    optionalTag('contact:pc', address.postalCode),
    tag('contact:cc', address.country),
  ])
  return tag(
    'contact:postalInfo',
    [tag('contact:name', address.name), optionalTag('contact:org', address.organisation), lines],
    { type },
  )
}

function phoneTag(name: 'contact:voice' | 'contact:fax', number: string | undefined): Tag | undefined {
  return number === undefined ? undefined : tag(name, toEppPhone(number))
}
