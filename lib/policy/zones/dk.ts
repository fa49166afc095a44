/** .dk: suspended at the expiry, renewable for 30 days, then deleted. */
import { assumed, byRule } from '../param'
import type { ZonePolicy } from '../policy'
import { afterPayment, suffix } from './after-payment'

export const DK: ZonePolicy = afterPayment({
  zone: 'dk',
  registry: 'Punktum dk',
  country: 'DK',
  timeZone: 'Europe/Copenhagen',
  suffixes: [suffix('dk', true)],
  letters: assumed('æøåäöüé', 'the letters that Danish names are written with'),
  prices: { currency: 'DKK', registration: 90_00, renewal: 90_00, transfer: 0, reactivation: 60_00 },
  life: {
    kind: 'grace',
    graceDays: assumed(30, "the registry's own rules were not seen"),
    deletion: assumed('when the grace ends', "the registry's own rules were not seen"),
  },
  suspended: assumed(true, "the registry's own rules were not seen"),
  terms: {
    originalLanguage: byRule('da', 'R-HO-11'),
    links: [{ kind: 'registry', url: assumed('https://punktum.dk/', "the registry's public site") }],
  },
})
