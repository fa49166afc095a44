/** Links to pages of a registry (R-HO-01). Whatever page a link has no dated document for is assumed. */
import { assumed, publicly } from '../param'
import type { ZoneVersion } from '../policy'

type Terms = ZoneVersion['registry']['terms']
type Link = Terms['links'][number]

const UNDATED = "the registry's public page, undated, not checked by this registrar"

/** The registry's own site. */
export function site(url: string): Link {
  return { kind: 'registry', url: assumed(url, "the registry's public site") }
}

/** A page of the registry without a date of its own. */
export function page(kind: Link['kind'], url: string, why = UNDATED): Link {
  return { kind, url: assumed(url, why) }
}

/** A page that is, or tells of, a document with a date. */
export function dated(kind: Link['kind'], url: string, document: string, date: string): Link {
  return { kind, url: publicly(url, document, date) }
}

/** What ICANN lays down for .com and .org alike. */
export const ICANN_LINKS: readonly Link[] = [
  page(
    'disputes',
    'https://www.icann.org/resources/pages/rules-be-2012-02-25-en',
    "rules of the uniform dispute policy on ICANN's site, not checked by this registrar",
  ),
  dated(
    'transfer',
    'https://www.icann.org/resources/pages/about-transfer-policy-2017-10-10-en',
    "5 Things Every Domain Name Registrant Should Know About ICANN's Transfer Policy",
    '2017-10-10',
  ),
]
