/** .com, .org, .in and .us: grace, then redemption, then pending delete, as the generic extensions have it. */
import { assumed, byRule, publicly, type Param } from '../param'
import type { LifeAfterExpiry, ZonePolicy, ZoneSuffix, ZoneVersion } from '../policy'
import { type AfterPayment, afterPayment, suffix } from './after-payment'
import { dated, ICANN_LINKS, page, site } from './links'

type Links = ZoneVersion['registry']['terms']['links']
type Own = Pick<AfterPayment, 'zone' | 'registry' | 'country' | 'timeZone' | 'syntax'> & {
  readonly opening: ZoneSuffix['opening']
  /** Registration, renewal and transfer in cents. */
  readonly prices: readonly [number, number, number]
  readonly life: LifeAfterExpiry
  readonly links: Links
}

/** Names of generic extensions have a redemption of 30 days by the policy of ICANN. */
const GENERIC = publicly(30, 'ICANN Expired Registration Recovery Policy', '2013-08-31')
const US_POLICIES = 'https://www.about.us/policies'

const anyone = assumed(
  'open' as const,
  'open to anyone, as registries and ICANN tell; no dated rule was seen',
)

export const COM = zone({
  ...{ zone: 'com', registry: 'Verisign', country: 'US', timeZone: 'America/New_York' },
  opening: anyone,
  prices: [11_00, 13_00, 11_00],
  life: lifeOf(
    GENERIC,
    'five days in the clause that the agreements on .com and .org share; its date was not seen',
  ),
  links: [
    site('https://www.verisign.com/'),
    dated(
      'privacy',
      'https://www.verisign.com/en_IN/privacy-statement/index.xhtml',
      'Verisign Privacy Statement, version 3.0',
      '2019-12-30',
    ),
    dated(
      'terms',
      'https://itp.cdn.icann.org/en/files/registry-agreements/com/com-agreement-html-01-12-2024-en.htm',
      '.COM Registry Agreement',
      '2024-12-01',
    ),
    ...ICANN_LINKS,
  ],
})

export const ORG = zone({
  ...{ zone: 'org', registry: 'PIR', country: 'US', timeZone: 'America/New_York' },
  opening: anyone,
  prices: [10_00, 14_00, 12_00],
  life: lifeOf(
    GENERIC,
    'five days in the clause that the agreements on .com and .org share; its date was not seen',
  ),
  links: [
    site('https://pir.org/'),
    page('terms', 'https://pir.org/our-impact/anti-abuse-policy/'),
    ...ICANN_LINKS,
  ],
})

export const IN = zone({
  ...{ zone: 'in', registry: 'NIXI', country: 'IN', timeZone: 'Asia/Kolkata' },
  syntax: { minLength: assumed(3, "shorter names are kept back by the registry's questions page, undated") },
  opening: assumed('open', 'open to anyone, as registrars tell'),
  prices: [8_00, 10_00, 8_00],
  life: lifeOf(
    assumed(30, '30 days of redemption, as registrars repeat the registry'),
    'five days more, as registrars repeat the registry',
  ),
  links: [
    site('https://registry.in/'),
    page('disputes', 'https://xn--81bg3cc2b2bk5hb.xn--h2brj9c/dispute-resolution'),
    page('transfer', 'https://registry.in/registrar-to-registar'),
  ],
})

/** Only who has a nexus to the United States may hold a name, which the openings of a policy cannot say. */
export const US = zone({
  ...{ zone: 'us', registry: 'Registry Services', country: 'US', timeZone: 'America/New_York' },
  opening: assumed(
    'open',
    'to persons and organisations with a nexus to the United States; no dated rule was seen',
  ),
  prices: [8_00, 10_00, 8_00],
  life: lifeOf(assumed(30, 'as in the generic extensions'), 'as in the generic extensions'),
  links: [
    site('https://www.about.us/'),
    dated('terms', US_POLICIES, 'usTLD Acceptable Use Policy', '2014-05-01'),
    dated('disputes', US_POLICIES, 'usTLD Dispute Resolution Policy and Rules (usDRP)', '2014-06-01'),
  ],
})

function zone({ opening, prices, links, ...own }: Own): ZonePolicy {
  const [registration, renewal, transfer] = prices
  return afterPayment({
    ...own,
    suffixes: [suffix(own.zone, false, { opening })],
    prices: { currency: 'USD', registration, renewal, transfer, redemption: 80_00 },
    suspended: assumed(false, 'the name works through its grace'),
    terms: { originalLanguage: byRule('en', 'R-HO-11'), links },
  })
}

/** R-HO-10: renewal at list price in grace, with the redemption fee afterwards. */
function lifeOf(redemptionDays: Param<number>, deletion: string): LifeAfterExpiry {
  return {
    kind: 'redemption',
    graceDays: assumed(30, "the registrar's choice within the registry's 45 days"),
    redemptionDays,
    pendingDeleteDays: assumed(5, deletion),
  }
}
