import { readName } from '@/lib/dossiers/availability.query'
import { versionAt, versionId, zoneById } from '@/lib/policy/resolver'

/** The time zone in which a stored name's dates hold. */
export function zoneOfName(nameAscii: string): string {
  const found = readName(nameAscii)
  if (!found.ok) throw new Error(`no zone serves the stored name ${nameAscii}`)
  return found.value.zone.timeZone
}

/** The policy version that holds for what happened at an instant, such as `vn@2023-06-01`. */
export function policyAt(zoneId: string, anchor: Date): string {
  const zone = zoneById(zoneId)
  return versionId(zone, versionAt(zone, anchor))
}
