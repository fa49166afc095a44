/** .ro: suspended at the expiry, renewable through a grace with a fee for the reactivation. */
import { assumed, byRule } from '../param'
import type { ZonePolicy } from '../policy'
import { afterPayment, suffix } from './after-payment'

export const RO: ZonePolicy = afterPayment({
  zone: 'ro',
  registry: 'RoTLD',
  country: 'RO',
  timeZone: 'Europe/Bucharest',
  suffixes: [suffix('ro', true)],
  letters: assumed('ăâîșț', 'the letters of Romanian'),
  prices: { currency: 'RON', registration: 49_00, renewal: 49_00, transfer: 0, reactivation: 25_00 },
  life: {
    kind: 'grace',
    graceDays: assumed(30, "the registry's own rules were not seen"),
    deletion: assumed('when the grace ends', "the registry's own rules were not seen"),
  },
  suspended: assumed(true, "the registry's own rules were not seen"),
  terms: {
    originalLanguage: byRule('ro', 'R-HO-11'),
    links: [{ kind: 'registry', url: assumed('https://www.rotld.ro/', "the registry's public site") }],
  },
})
