/** .com, .org, .in and .us: grace, then redemption, then pending delete, as the generic extensions have it. */
import { assumed, byRule, publicly, type Param } from '../param'
import type { LifeAfterExpiry, ZonePolicy, ZoneVersion } from '../policy'
import { afterPayment, type Prices, suffix } from './after-payment'

const usd = { currency: 'USD', redemption: 80_00 } as const

/** Names of generic extensions have a redemption of 30 days by the policy of ICANN. */
const GENERIC = publicly(30, 'ICANN Expired Registration Recovery Policy', '2013-08-31')
const LIKE_GENERIC = assumed(30, 'as in the generic extensions')

export const COM = zone('com', 'Verisign', 'America/New_York', GENERIC, {
  ...usd,
  registration: 11_00,
  renewal: 13_00,
  transfer: 11_00,
})

export const ORG = zone('org', 'PIR', 'America/New_York', GENERIC, {
  ...usd,
  registration: 10_00,
  renewal: 14_00,
  transfer: 12_00,
})

export const IN = zone('in', 'NIXI', 'Asia/Kolkata', LIKE_GENERIC, {
  ...usd,
  registration: 8_00,
  renewal: 10_00,
  transfer: 8_00,
})

export const US = zone('us', 'Registry Services', 'America/New_York', LIKE_GENERIC, {
  ...usd,
  registration: 8_00,
  renewal: 10_00,
  transfer: 8_00,
})

function zone(
  label: string,
  registry: string,
  timeZone: string,
  redemptionDays: Param<number>,
  prices: Prices,
): ZonePolicy {
  return afterPayment({
    zone: label,
    registry,
    country: label === 'in' ? 'IN' : 'US',
    timeZone,
    suffixes: [suffix(label, false)],
    prices,
    life: lifeOf(redemptionDays),
    suspended: assumed(false, 'the name works through its grace'),
    terms: englishTerms(),
  })
}

/** R-HO-10: renewal at list price in grace, with the redemption fee afterwards. */
function lifeOf(redemptionDays: Param<number>): LifeAfterExpiry {
  return {
    kind: 'redemption',
    graceDays: assumed(30, "the registrar's choice within the registry's 45 days"),
    redemptionDays,
    pendingDeleteDays: assumed(5, 'as registries announce it'),
  }
}

function englishTerms(): ZoneVersion['registry']['terms'] {
  return { originalLanguage: byRule('en', 'R-HO-11'), links: [] }
}
