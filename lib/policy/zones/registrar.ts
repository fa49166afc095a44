/** The registrar's own layer: the same for every zone unless a zone says otherwise. */
import { assumed, byRule } from '../param'
import type { ZoneVersion } from '../policy'

const CHOICE = "the registrar's own choice"

export const REGISTRAR_LAYER: ZoneVersion['registrar'] = {
  extraDocuments: [],
  claim: {
    correctionDays: assumed(10, CHOICE),
    unpaidDays: assumed(3, CHOICE),
    openPerRegistrant: assumed(20, CHOICE),
  },
  renewalInvitation: byRule({ before: 'one month', at: '09:00' }, 'R-NS-27'),
  notices: {
    // The invitation one month before stands for the 30th day.
    beforeExpiry: assumed([90, 60, 15, 7, 1], CHOICE),
    beforeLastDay: assumed([7, 1], CHOICE),
    at: assumed('09:00', CHOICE),
  },
  autoRenewal: assumed({ noticeDays: 14, chargeDays: [7, 5, 3, 1] }, CHOICE),
}

/** Why a price of the registrar's own list is what it is. */
export const PRICE_LIST = "the registrar's own price list"
