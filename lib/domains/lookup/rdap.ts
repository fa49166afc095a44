/** RDAP answers (RFC 9083) with what is personal left out and said to be (RFC 9537). */
import type { PublicName } from './lookup.query'
import { rdapStatus } from './rdap-status.rule'

const CONFORMANCE = ['rdap_level_0', 'redacted']

export const RDAP_TYPE = 'application/rdap+json'

/** Where this server answers, for the links of an answer. */
export interface RdapSite {
  /** Such as `https://portal.example`. */
  readonly origin: string
  readonly now: Date
}

function notices({ origin }: RdapSite) {
  return [
    {
      title: 'Terms of service',
      description: ['Registration data of names registered through Tenure. Personal data is not published.'],
      links: [link(`${origin}/rdap/help`, `${origin}/rdap/help`, 'help')],
    },
  ]
}

function link(value: string, href: string, rel: string) {
  return { value, rel, href, type: RDAP_TYPE }
}

/** The answer for a registered name. */
export function rdapDomain(name: PublicName, site: RdapSite) {
  const self = `${site.origin}/rdap/domain/${name.nameAscii}`
  const isIdn = name.nameAscii !== name.nameUnicode
  return {
    rdapConformance: CONFORMANCE,
    notices: notices(site),
    objectClassName: 'domain',
    handle: name.nameAscii,
    ldhName: name.nameAscii,
    ...(isIdn && { unicodeName: name.nameUnicode }),
    status: rdapStatus(name),
    events: [
      { eventAction: 'registration', eventDate: name.registeredAt.toISOString() },
      { eventAction: 'expiration', eventDate: name.expiresAt.toISOString() },
      { eventAction: 'last changed', eventDate: name.changedAt.toISOString() },
      { eventAction: 'last update of RDAP database', eventDate: site.now.toISOString() },
    ],
    entities: [registrar(), { objectClassName: 'entity', roles: ['registrant'] }],
    nameservers: name.nameServers.map((ldhName) => ({ objectClassName: 'nameserver', ldhName })),
    secureDNS: { delegationSigned: false },
    links: [link(self, self, 'self')],
    redacted: [
      {
        name: { type: 'Registrant' },
        prePath: "$.entities[?(@.roles[0]=='registrant')].vcardArray",
        method: 'removal',
        reason: { description: 'Personal data is not published.' },
      },
    ],
  }
}

function registrar() {
  return {
    objectClassName: 'entity',
    handle: 'tenure',
    roles: ['registrar'],
    vcardArray: [
      'vcard',
      [
        ['version', {}, 'text', '4.0'],
        ['fn', {}, 'text', 'Tenure'],
      ],
    ],
  }
}

/** The answer of `/rdap/help` (RFC 9083 §7). */
export function rdapHelp(site: RdapSite) {
  return {
    rdapConformance: CONFORMANCE,
    notices: [
      ...notices(site),
      {
        title: 'What can be asked',
        description: [
          'GET /rdap/domain/<name>: a name registered through this registrar, as A-labels or U-labels.',
          'GET /rdap/help: this answer.',
        ],
      },
    ],
  }
}

/** An error object (RFC 9083 §6). */
export function rdapError(errorCode: number, title: string, description: string) {
  return { rdapConformance: CONFORMANCE, errorCode, title, description: [description] }
}
