/** The zones that are served. A new zone is one file in zones/ and one entry here. */
import type { ZonePolicy } from './policy'
import { COM, IN, ORG, US } from './zones/com-org-in-us'
import { DK } from './zones/dk'
import { EU } from './zones/eu'
import { HK } from './zones/hk'
import { RO } from './zones/ro'
import { UK } from './zones/uk'
import { VN } from './zones/vn'

export const ZONES: readonly ZonePolicy[] = [VN, HK, DK, RO, COM, EU, ORG, IN, US, UK]
