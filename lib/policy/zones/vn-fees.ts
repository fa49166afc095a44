/** Fees of .vn in đồng per name class. */
import { assumed, byRule } from '../param'
import type { FeeTable } from '../policy'

/** Start of the fee table's regime; the date itself is unverified. */
export const VN_FEES_FROM = '2023-06-01'

const REGISTRATION_SOURCE = 'public notice, unverified'

/** R-VN-08: yearly maintenance. */
export const VN_MAINTENANCE: FeeTable[] = [
  {
    from: VN_FEES_FROM,
    currency: 'VND',
    amounts: {
      'second-level-1': byRule(40_000_000, 'R-VN-08'),
      'second-level-2': byRule(10_000_000, 'R-VN-08'),
      'second-level': byRule(350_000, 'R-VN-08'),
      'third-level-business': byRule(250_000, 'R-VN-08'),
      'third-level-sector': byRule(100_000, 'R-VN-08'),
      'third-level-information': byRule(50_000, 'R-VN-08'),
      'third-level-personal': byRule(20_000, 'R-VN-08'),
      idn: byRule(20_000, 'R-VN-08'),
    },
  },
]

/** R-NS-24 asks for a one-time registration fee; its amounts are not in the source documents. */
export const VN_REGISTRATION: FeeTable[] = [
  {
    from: VN_FEES_FROM,
    currency: 'VND',
    amounts: {
      'second-level-1': assumed(100_000, REGISTRATION_SOURCE),
      'second-level-2': assumed(100_000, REGISTRATION_SOURCE),
      'second-level': assumed(100_000, REGISTRATION_SOURCE),
      'third-level-business': assumed(100_000, REGISTRATION_SOURCE),
      'third-level-sector': assumed(50_000, REGISTRATION_SOURCE),
      'third-level-information': assumed(50_000, REGISTRATION_SOURCE),
      'third-level-personal': assumed(10_000, REGISTRATION_SOURCE),
      idn: assumed(10_000, REGISTRATION_SOURCE),
    },
  },
]
