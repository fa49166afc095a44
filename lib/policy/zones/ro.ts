/** .ro: suspended at the expiry, renewable through a grace with a fee for the reactivation. */
import { assumed, byRule, publicly } from '../param'
import type { ZonePolicy } from '../policy'
import { afterPayment, NOT_SEEN, suffix } from './after-payment'
import { page, site } from './links'

const NOTICE = 'RoTLD, notice on the yearly maintenance of .ro names'
/** The day from which the notice has its rules hold. */
const NOTICE_DATE = '2018-03-01'

export const RO: ZonePolicy = afterPayment({
  zone: 'ro',
  registry: 'RoTLD',
  country: 'RO',
  timeZone: 'Europe/Bucharest',
  suffixes: [
    suffix('ro', true, {
      opening: assumed('open', "any organisation or person by the registry's rules, undated"),
    }),
  ],
  syntax: { letters: assumed('ăâîșț', 'the letters of Romanian') },
  prices: { currency: 'RON', registration: 49_00, renewal: 49_00, transfer: 0, reactivation: 25_00 },
  // The notice has an unpaid name deleted within 90 days of its expiry: the last of them is taken.
  life: {
    kind: 'grace',
    graceDays: publicly(90, NOTICE, NOTICE_DATE),
    deletion: publicly('when the grace ends', NOTICE, NOTICE_DATE),
  },
  suspended: assumed(true, NOT_SEEN),
  periods: publicly({ registerMin: 1, registerMax: 10, renewMin: 1, renewMax: 10 }, NOTICE, NOTICE_DATE),
  nameServers: assumed(
    { min: 2, max: 13 },
    "a primary and a secondary by the registry's rules, undated; the most is assumed",
  ),
  terms: {
    originalLanguage: byRule('ro', 'R-HO-11'),
    links: [
      site('https://www.rotld.ro/'),
      page('terms', 'https://rotld.ro/registration-agreement/'),
      page(
        'transfer',
        'https://rotld.ro/procedura-de-transfer-drept-de-folosinta/',
        "the registry's page on passing a name to another holder, undated, not checked by this registrar",
      ),
    ],
  },
})
