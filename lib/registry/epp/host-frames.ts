/** Commands on host objects (RFC 5732). */
import { isIPv6 } from 'node:net'
import type { NameServer, UpdateHost } from '../gateway'
import { type Command, objectCommand } from './command-frame'
import type { QName } from './namespaces'
import { type Tag, tag, tags } from './xml-tag'

export function checkHosts(names: readonly string[]): Command {
  return objectCommand('epp:check', tag('host:check', tags('host:name', names)))
}

export function createHost(host: NameServer): Command {
  return objectCommand(
    'epp:create',
    tag('host:create', [tag('host:name', host.name), ...addressTags('host:addr', host.addresses)]),
  )
}

export function infoHost(name: string): Command {
  return objectCommand('epp:info', tag('host:info', [tag('host:name', name)]))
}

export function updateHost(request: UpdateHost): Command {
  return objectCommand(
    'epp:update',
    tag('host:update', [
      tag('host:name', request.name),
      addressChange('host:add', request.addAddresses),
      addressChange('host:rem', request.removeAddresses),
      request.newName === undefined ? undefined : tag('host:chg', [tag('host:name', request.newName)]),
    ]),
  )
}

export function deleteHost(name: string): Command {
  return objectCommand('epp:delete', tag('host:delete', [tag('host:name', name)]))
}

/** Addresses, each with its kind. */
export function addressTags(name: QName, addresses: readonly string[] | undefined): Tag[] {
  return (addresses ?? []).map((address) => tag(name, address, { ip: isIPv6(address) ? 'v6' : 'v4' }))
}

function addressChange(name: QName, addresses: readonly string[] | undefined): Tag | undefined {
  if (addresses === undefined || addresses.length === 0) return undefined
  return tag(name, addressTags('host:addr', addresses))
}
