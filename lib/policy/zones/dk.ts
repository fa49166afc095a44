/** .dk: suspended at the expiry, renewable for 30 days, then deleted; one year at a time since July 2026. */
import { assumed, byRule, publicly } from '../param'
import type { LifeAfterExpiry, ZonePolicy } from '../policy'
import { afterPayment, suffix } from './after-payment'
import { dated, page, site } from './links'

const EPP = 'Punktum dk EPP Service Specification, revision 5.3.1'
const EPP_DATE = '2026-05-27'
const CHARACTERS = 'Punktum dk, Approved characters for .dk domain names, version 2.1'
const CHARACTERS_DATE = '2023-04-26'

/**
 * The registry calls these days a redemption in which a name is restored for a fee. Here they are a grace with a
 * fee for reactivation: the same days and a fee besides, while the name stays where it is. Until May 2021 the
 * registry kept names for three months; expiries that old are not told apart.
 */
const life: LifeAfterExpiry = {
  kind: 'grace',
  graceDays: publicly(30, EPP, EPP_DATE),
  deletion: publicly('when the grace ends', EPP, EPP_DATE),
}

/**
 * A year at a time, and no term beyond 14 months, renewable from two months before the expiry. A term is counted
 * in whole years here: two stand for the 14 months, because with one no name could be renewed before its expiry.
 */
const yearly = assumed(
  { registerMin: 1, registerMax: 2, renewMin: 1, renewMax: 1 },
  `one year at a time and 14 months at most by ${EPP}, ${EPP_DATE}; the portal counts whole years`,
)

export const DK: ZonePolicy = afterPayment({
  zone: 'dk',
  registry: 'Punktum dk',
  country: 'DK',
  timeZone: 'Europe/Copenhagen',
  suffixes: [suffix('dk', true, { idn: publicly(true, CHARACTERS, CHARACTERS_DATE) })],
  syntax: {
    letters: publicly('æøåöäüéß', CHARACTERS, CHARACTERS_DATE),
    maxLength: publicly(63, CHARACTERS, CHARACTERS_DATE),
  },
  prices: { currency: 'DKK', registration: 90_00, renewal: 90_00, transfer: 0, reactivation: 60_00 },
  life,
  suspended: publicly(true, EPP, EPP_DATE),
  nameServers: assumed(
    { min: 2, max: 13 },
    'two at least by Punktum dk, Procedure for change of name servers, version 2.2, 2023-04-26; the most is assumed',
  ),
  transferAddsYears: publicly(0, EPP, EPP_DATE),
  terms: {
    originalLanguage: byRule('da', 'R-HO-11'),
    links: [
      site('https://punktum.dk/'),
      dated(
        'terms',
        'https://punktum.dk/en/articles/terms-and-conditions-dk-domain-name',
        'Punktum dk, Terms and conditions for the right of use to a .dk domain name, version 15',
        '2026-07-01',
      ),
      page('disputes', 'https://www.domaeneklager.dk/en', 'the complaints board for .dk, undated'),
      page(
        'transfer',
        'https://www.punktum.dk/en/articles/how-to-switch-your-dk-domain-to-registrar-management',
      ),
    ],
  },
  later: [{ from: publicly('2026-07-01', EPP, EPP_DATE), registry: { periods: yearly } }],
})
