/** The policy of .vn: two dated versions of what follows an expiry, one of everything else. */
import { assumed, byRule } from '../param'
import type { ZonePolicy, ZoneVersion } from '../policy'
import { VN_DELEGATION, VN_DOCUMENTS, VN_TERMS } from './vn-documents'
import { VN_FEES_FROM, VN_MAINTENANCE, VN_REGISTRATION } from './vn-fees'
import { REGISTRAR_LAYER } from './registrar'
import { VIETNAMESE_LETTERS, VN_RESERVED, VN_SUFFIXES } from './vn-suffixes'

const registry: Omit<ZoneVersion['registry'], 'lifeAfterExpiry' | 'renewalBarredWhile' | 'fees'> = {
  // At least one year (R-NS-24), several at once (R-NS-28); how many at most is not in the source documents.
  periods: assumed(
    { registerMin: 1, registerMax: 10, renewMin: 1, renewMax: 10 },
    'R-NS-24 and R-NS-28 give one year at least and several at once; ten at most is assumed',
  ),
  suspensionAtExpiry: byRule(true, 'R-NS-29'),
  documents: VN_DOCUMENTS,
  delegation: VN_DELEGATION,
  transfer: {
    out: {
      sinceRegistration: byRule({ operator: '≥', days: 30 }, 'R-NS-20'),
      daysLeft: byRule({ operator: '>', days: 30 }, 'R-NS-20'),
      debtsPaid: byRule(true, 'R-NS-20'),
      contractLiquidated: byRule(true, 'R-NS-20'),
    },
    in: {
      daysLeft: byRule({ operator: '≥', days: 30 }, 'R-NS-21'),
      addsYears: byRule(1, 'R-NS-21'),
      authority: byRule('consent-record', 'R-NS-21'),
      feeDue: byRule(true, 'R-NS-21'),
    },
    barredWhile: byRule(['in-dispute', 'in-violation', 'suspended'], 'R-NS-23'),
  },
  allotment: byRule({ hours: 24, slot: true }, 'R-NS-08'),
  postalPaymentDays: byRule(3, 'R-NS-25'),
  activation: [byRule('documents', 'R-NS-02')],
  nameServers: assumed({ min: 2, max: 13 }, 'two at least, so that one may fail; thirteen at most'),
  terms: VN_TERMS,
}

/** The one-time fee holds no year (R-NS-24); nothing is added to a renewal or a transfer. */
const NO_FEES: Omit<ZoneVersion['registry']['fees'], 'registration' | 'maintenance'> = {
  askedBy: {
    registration: 'R-NS-24',
    maintenance: 'R-VN-08',
    transfer: 'R-NS-21',
    reactivation: 'R-HO-04',
    redemption: 'R-HO-10',
  },
  registrationCovers: byRule(0, 'R-NS-24'),
  transfer: [],
  reactivation: [],
  redemption: [],
}

export const VN: ZonePolicy = {
  zone: 'vn',
  registry: 'VNNIC',
  country: 'VN',
  timeZone: 'Asia/Ho_Chi_Minh',
  cutOver: byRule('16:30', 'R-NS-32'),
  processing: byRule('working days', 'R-NS-33'),
  reception: {
    counter: byRule(
      {
        days: 'every day',
        hours: [
          ['08:00', '11:45'],
          ['13:30', '17:30'],
        ],
      },
      'R-NS-01',
    ),
    online: byRule('always', 'R-NS-01'),
  },
  nameSyntax: {
    letters: assumed(VIETNAMESE_LETTERS, 'the Vietnamese alphabet with tone marks'),
    scripts: assumed([], 'the Vietnamese alphabet alone'),
    minLength: byRule(1, 'R-VN-08'),
    maxLength: assumed(63, 'the limit of a label in the DNS'),
  },
  nameClasses: {
    idn: byRule('idn', 'R-VN-08'),
    byLength: [
      { suffix: 'vn', upTo: 1, nameClass: byRule('second-level-1', 'R-VN-08') },
      { suffix: 'vn', upTo: 2, nameClass: byRule('second-level-2', 'R-VN-08') },
    ],
  },
  suffixes: VN_SUFFIXES,
  reserved: VN_RESERVED,
  versions: [
    {
      from: byRule('2008-08-08', 'R-NS-30'),
      registry: {
        ...registry,
        lifeAfterExpiry: {
          kind: 'grace',
          graceDays: byRule(30, 'R-NS-30'),
          deletion: byRule('when the grace ends', 'R-NS-38'),
        },
        renewalBarredWhile: assumed(['in-transfer'], 'R-VN-03 states it later; this version has no reclaim'),
        fees: { ...NO_FEES, registration: [], maintenance: [] },
      },
      registrar: REGISTRAR_LAYER,
    },
    {
      from: assumed(VN_FEES_FROM, "start of the fee table's regime; date unverified"),
      registry: {
        ...registry,
        lifeAfterExpiry: {
          kind: 'reclaim',
          renewableDays: byRule(25, 'R-VN-04'),
          payByDays: byRule(25, 'R-VN-05b'),
          releaseWithinDays: byRule(15, 'R-VN-05'),
        },
        renewalBarredWhile: byRule(['in-transfer', 'in-reclaim'], 'R-VN-03'),
        fees: { ...NO_FEES, registration: VN_REGISTRATION, maintenance: VN_MAINTENANCE },
      },
      registrar: REGISTRAR_LAYER,
    },
  ],
}
