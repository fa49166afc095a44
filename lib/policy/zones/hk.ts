/** .hk and .香港 with their third levels: documents are verified before a name is filed for (R-HK-10). */
import { assumed, byRule } from '../param'
import type { DocumentRule, ZonePolicy, ZoneSuffix } from '../policy'
import { afterPayment, suffix } from './after-payment'

const NOT_SEEN = "the registry's own rules were not seen"

/** The labels under .香港 as A-labels: 公司 companies, 個人 persons, 組織 organisations, 網絡 networks. */
const CHINESE = 'xn--j6w193g'

const forAll = assumed('open' as const, NOT_SEEN)
const forOrganisations = assumed('organisations only' as const, NOT_SEEN)

const HK_SUFFIXES: readonly ZoneSuffix[] = [
  suffix('hk', true),
  ...['com', 'net', 'org', 'edu', 'gov'].map((label) => opened(`${label}.hk`, forOrganisations)),
  opened('idv.hk', forAll),
  suffix(CHINESE, true),
  ...['xn--55qx5d', 'xn--od0alg', 'xn--uc0atv'].map((label) =>
    opened(`${label}.${CHINESE}`, forOrganisations),
  ),
  opened(`xn--gmqw5a.${CHINESE}`, forAll),
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
  terms: {
    originalLanguage: byRule('zh-Hant-HK', 'R-HO-11'),
    links: [{ kind: 'registry', url: assumed('https://www.hkirc.hk/', "the registry's public site") }],
  },
})

export const HK: ZonePolicy = {
  ...base,
  processing: assumed('working days', 'documents are verified by people'),
  nameSyntax: {
    ...base.nameSyntax,
    scripts: assumed(['Han'], 'Chinese names'),
    minLength: assumed(1, NOT_SEEN),
  },
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
