/** .uk and .co.uk: 30 days in which the name works on, 60 more in which it can still be renewed. */
import { assumed, byRule, publicly } from '../param'
import type { LifeAfterExpiry, ZonePolicy } from '../policy'
import { afterPayment, suffix } from './after-payment'
import { dated, page, site } from './links'

const EXPIRY = 'Nominet, New domain expiry process and introduction of drop lists for .UK'
const EXPIRY_DATE = '2022-09-13'

/** Before the process of 2022: deleted at a random moment about 92 days after the expiry. */
const before: LifeAfterExpiry = {
  kind: 'redemption',
  graceDays: assumed(30, 'suspended 30 days after the expiry, as registrars tell'),
  redemptionDays: assumed(60, 'renewable until 90 days after the expiry, as registrars tell'),
  pendingDeleteDays: assumed(2, 'deleted soon after the 90th day, as registrars tell'),
}

/** The registry counts from the minute of the expiry; here the days are legal days. It asks no redemption fee. */
const life: LifeAfterExpiry = {
  kind: 'redemption',
  graceDays: publicly(30, EXPIRY, EXPIRY_DATE),
  redemptionDays: publicly(60, EXPIRY, EXPIRY_DATE),
  pendingDeleteDays: publicly(5, EXPIRY, EXPIRY_DATE),
}

export const UK: ZonePolicy = afterPayment({
  zone: 'uk',
  registry: 'Nominet',
  country: 'GB',
  timeZone: 'Europe/London',
  suffixes: [suffix('uk', false), suffix('co.uk', false)],
  prices: { currency: 'EUR', registration: 8_00, renewal: 9_00, transfer: 0 },
  life: before,
  suspended: assumed(false, 'the name works for 30 days, as registrars tell'),
  periods: assumed(
    { registerMin: 1, registerMax: 10, renewMin: 1, renewMax: 9 },
    "one to ten years by the registry's page for holders, undated",
  ),
  terms: {
    originalLanguage: byRule('en', 'R-HO-11'),
    links: [
      site('https://www.nominet.uk/'),
      page('privacy', 'https://www.nominet.uk/privacy-notice'),
      page('terms', 'https://www.nominet.uk/uk-domains/policies/'),
      dated(
        'disputes',
        'https://www.nominet.uk/resources/policy/how-we-develop-policy/previous-policy-discussions-and-consultations/2016-consultations/',
        'Nominet, 2016 Consultations: the revised Dispute Resolution Service Policy',
        '2016-10-01',
      ),
    ],
  },
  later: [
    {
      from: publicly(EXPIRY_DATE, EXPIRY, EXPIRY_DATE),
      registry: {
        lifeAfterExpiry: life,
        suspensionAtExpiry: publicly(false, EXPIRY, EXPIRY_DATE),
      },
    },
  ],
})
