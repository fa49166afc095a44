/** .hk and .香港 with their third levels: documents are verified before a name is filed for (R-HK-10). */
import { assumed, byRule, publicly } from '../param'
import type { DocumentRule, ZonePolicy, ZoneSuffix } from '../policy'
import { afterPayment, NOT_SEEN, suffix } from './after-payment'
import { dated, page, site } from './links'

/**
 * The labels under .香港 as A-labels: 公司 companies, 網絡 networks, 組織 organisations, 教育 schools, 政府 government,
 * 個人 persons.
 */
const CHINESE = 'xn--j6w193g'

/** The newest dated text of who may hold a third-level name; the registry's undated page of today says the same. */
const RULES = 'HKDNR, Rules for .hk Domain and Sub-domains'
const RULES_DATE = '2001-06-01'

const forAll = assumed(
  'open' as const,
  "organisations and persons from anywhere by the registry's questions page, undated",
)
const forPersons = assumed(
  'open' as const,
  "persons with a Hong Kong identity card by the registry's questions page, undated; no opening is for persons only",
)
const forOrganisations = publicly('organisations only' as const, RULES, RULES_DATE)
const likewise = assumed('organisations only' as const, 'as the category of the same meaning under .hk')

const HK_SUFFIXES: readonly ZoneSuffix[] = [
  opened('hk', forAll),
  ...['com', 'net', 'org', 'edu', 'gov'].map((label) => opened(`${label}.hk`, forOrganisations)),
  opened('idv.hk', forPersons),
  opened(CHINESE, forAll),
  ...['xn--55qx5d', 'xn--od0alg', 'xn--uc0atv', 'xn--wcvs22d', 'xn--mxtq1m'].map((label) =>
    opened(`${label}.${CHINESE}`, likewise),
  ),
  opened(`xn--gmqw5a.${CHINESE}`, forPersons),
]

/** R-HK-10: the documents of an application are verified; which ones is assumed. */
const HK_DOCUMENTS: DocumentRule[] = [
  uploaded('identity-card', 'individual', 'self'),
  uploaded('registration-declaration', 'organisation', 'self'),
  uploaded('power-of-attorney', 'individual', 'delegate'),
  uploaded('power-of-attorney', 'organisation', 'delegate'),
]

const base = afterPayment({
  zone: 'hk',
  registry: 'HKIRC',
  country: 'HK',
  timeZone: 'Asia/Hong_Kong',
  suffixes: HK_SUFFIXES,
  prices: { currency: 'HKD', registration: 200_00, renewal: 200_00, transfer: 0, redemption: 400_00 },
  life: {
    kind: 'redemption',
    graceDays: assumed(30, NOT_SEEN),
    redemptionDays: assumed(30, NOT_SEEN),
    pendingDeleteDays: assumed(0, NOT_SEEN),
  },
  suspended: assumed(true, NOT_SEEN),
  syntax: {
    scripts: assumed(['Han'], 'Chinese names'),
    minLength: assumed(1, 'Chinese names of one character, as registrars tell; Latin ones are kept back'),
  },
  nameServers: assumed({ min: 2, max: 13 }, `two at least by ${RULES}, ${RULES_DATE}; the most is assumed`),
  terms: {
    originalLanguage: byRule('zh-Hant-HK', 'R-HO-11'),
    links: [
      site('https://www.hkirc.hk/'),
      page('terms', 'https://m.hkirc.hk/content_m.jsp?id=34'),
      dated(
        'disputes',
        'https://www.hkdnr.hk/en/dispute/rule-of-procedure/',
        'Domain Name Dispute Resolution Policy for .hk and .香港 domain names, Rules of Procedure',
        '2011-02-22',
      ),
    ],
  },
})

export const HK: ZonePolicy = {
  ...base,
  processing: assumed('working days', 'documents are verified by people'),
  versions: base.versions.map((version) => ({
    ...version,
    registry: {
      ...version.registry,
      documents: HK_DOCUMENTS,
      activation: [byRule('documents', 'R-HK-10')],
    },
  })),
}

function opened(text: string, opening: ZoneSuffix['opening']): ZoneSuffix {
  return { ...suffix(text, true), opening }
}

function uploaded(
  kind: DocumentRule['kind'],
  applicantKind: 'individual' | 'organisation',
  filing: 'self' | 'delegate',
): DocumentRule {
  return {
    kind,
    when: { operation: 'register', applicantKind, filing },
    need: byRule({ copies: 1, notarised: false, original: false, providedBy: 'upload' }, 'R-HK-10'),
  }
}
