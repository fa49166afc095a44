/** .eu: no grace; 40 days of quarantine, in which the name can be had back for a fee. */
import { assumed, byRule } from '../param'
import type { ZonePolicy } from '../policy'
import { afterPayment, suffix } from './after-payment'

/** Letters of the Union's languages in Latin script beyond a–z. */
const LETTERS = 'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿāăąćčďđēĕėęěğģīįıķĺļľłńņňőœŕřśşšţťūůűųŵŷźżžșț'

export const EU: ZonePolicy = afterPayment({
  zone: 'eu',
  registry: 'EURid',
  country: 'BE',
  timeZone: 'Europe/Brussels',
  suffixes: [suffix('eu', true)],
  letters: assumed(LETTERS, 'letters of the official languages written in Latin script'),
  prices: { currency: 'EUR', registration: 9_00, renewal: 9_00, transfer: 9_00, redemption: 20_00 },
  life: {
    kind: 'redemption',
    graceDays: assumed(0, 'registrars tell of no grace'),
    redemptionDays: assumed(40, 'quarantine of 40 days, as registrars tell'),
    pendingDeleteDays: assumed(0, 'released when the quarantine ends'),
  },
  suspended: assumed(true, 'a name in quarantine does not resolve'),
  terms: {
    originalLanguage: byRule('en', 'R-HO-11'),
    links: [{ kind: 'registry', url: assumed('https://eurid.eu/', "the registry's public site") }],
  },
})
