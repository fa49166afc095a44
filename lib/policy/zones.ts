/** The zones that are served. A new zone is one file in zones/ and one entry here. */
import type { ZonePolicy } from './policy'
import { VN } from './zones/vn'

export const ZONES: readonly ZonePolicy[] = [VN]
