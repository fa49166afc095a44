/** .eu: no grace; 40 days of quarantine, in which the name can be had back for a fee. */
import { assumed, byRule, publicly } from '../param'
import type { ZonePolicy } from '../policy'
import { afterPayment, suffix } from './after-payment'
import { dated, page, site } from './links'

/** Letters of the Union's languages in Latin script beyond a–z. */
const LETTERS = 'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿāăąćčďđēĕėęěğģīįıķĺļľłńņňőœŕřśşšţťūůűųŵŷźżžșț'

/** EURid's page on quarantine has no date, so what it tells stays assumed. */
const HELP_PAGE = "by the registry's help page on quarantine, undated"

export const EU: ZonePolicy = afterPayment({
  zone: 'eu',
  registry: 'EURid',
  country: 'BE',
  timeZone: 'Europe/Brussels',
  // Persons and organisations alike, but of the Union only, which the openings of a policy cannot say.
  suffixes: [
    suffix('eu', true, {
      opening: publicly(
        'open',
        'Regulation (EU) 2019/517: citizens and residents of the Union, organisations established there',
        '2019-03-19',
      ),
      idn: assumed(true, "letters of the Union's languages by the registry's rules, undated"),
    }),
  ],
  syntax: { letters: assumed(LETTERS, 'letters of the official languages written in Latin script') },
  prices: { currency: 'EUR', registration: 9_00, renewal: 9_00, transfer: 9_00, redemption: 20_00 },
  life: {
    kind: 'redemption',
    graceDays: assumed(0, 'registrars tell of no grace'),
    redemptionDays: assumed(40, `40 days ${HELP_PAGE}`),
    pendingDeleteDays: assumed(0, `free when the quarantine ends ${HELP_PAGE}`),
  },
  suspended: assumed(true, `a name in quarantine does not resolve ${HELP_PAGE}`),
  terms: {
    originalLanguage: byRule('en', 'R-HO-11'),
    links: [
      site('https://eurid.eu/'),
      page('privacy', 'https://eurid.eu/en/register-a-eu-domain/gdpr/'),
      page('terms', 'https://eurid.eu/en/register-a-eu-domain/rules-for-eu-domains/'),
      dated(
        'disputes',
        'https://eurid.eu/en/news/discounted-alternative-dispute-resolution-procedure-with-cac-and-wipo-remains-in-2019/',
        'EURid, Discounted Alternative Dispute Resolution procedure with CAC and WIPO remains in 2019',
        '2019-01-11',
      ),
      page(
        'transfer',
        'https://help.eurid.eu/hc/fr/articles/25997104330525-Comment-puis-je-obtenir-un-code-d-autorisation-de-transfert',
        "the registry's help page on the transfer code in French, undated, not checked by this registrar",
      ),
    ],
  },
})
