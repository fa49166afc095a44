/** XML namespaces of EPP by the prefix used for them here and on the wire. */
export const NAMESPACES = {
  epp: 'urn:ietf:params:xml:ns:epp-1.0',
  domain: 'urn:ietf:params:xml:ns:domain-1.0',
  contact: 'urn:ietf:params:xml:ns:contact-1.0',
  host: 'urn:ietf:params:xml:ns:host-1.0',
  rgp: 'urn:ietf:params:xml:ns:rgp-1.0',
  secDNS: 'urn:ietf:params:xml:ns:secDNS-1.1',
  fee: 'urn:ietf:params:xml:ns:epp:fee-1.0',
} as const

export type Prefix = keyof typeof NAMESPACES

/** A qualified name, such as `domain:create`. */
export type QName = `${Prefix}:${string}`

export const OBJECT_URIS = [NAMESPACES.domain, NAMESPACES.contact, NAMESPACES.host] as const
export const EXTENSION_URIS = [NAMESPACES.rgp, NAMESPACES.secDNS, NAMESPACES.fee] as const

/** Prefix and local part of a qualified name. */
export function splitName(name: QName): { readonly prefix: Prefix; readonly local: string } {
  const colon = name.indexOf(':')
  return { prefix: name.slice(0, colon) as Prefix, local: name.slice(colon + 1) }
}
