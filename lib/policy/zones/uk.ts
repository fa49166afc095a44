/** .uk and .co.uk: 30 days in which the name works on, 60 more in which it can still be renewed. */
import { assumed, byRule } from '../param'
import type { ZonePolicy } from '../policy'
import { afterPayment, suffix } from './after-payment'

export const UK: ZonePolicy = afterPayment({
  zone: 'uk',
  registry: 'Nominet',
  country: 'GB',
  timeZone: 'Europe/London',
  suffixes: [suffix('uk', false), suffix('co.uk', false)],
  prices: { currency: 'EUR', registration: 8_00, renewal: 9_00, transfer: 0 },
  life: {
    kind: 'redemption',
    graceDays: assumed(30, 'suspended 30 days after the expiry, as registrars tell'),
    redemptionDays: assumed(60, 'renewable until 90 days after the expiry, as registrars tell'),
    pendingDeleteDays: assumed(2, 'deleted soon after the 90th day'),
  },
  suspended: assumed(false, 'the name works for 30 days'),
  terms: {
    originalLanguage: byRule('en', 'R-HO-11'),
    links: [{ kind: 'registry', url: assumed('https://www.nominet.uk/', "the registry's public site") }],
  },
})
