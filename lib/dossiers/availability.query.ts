/** What is known of a name: in the portal's own records and at the registry. */
import { type RegistryAnswer, registryPort } from '@/lib/domains/registry-port'
import { canonicalName } from '@/lib/kernel/names'
import { refuse, type Result } from '@/lib/kernel/result'
import type { Tx } from '@/lib/platform/db'
import { type AvailabilityFacts, decideAvailability } from '@/lib/policy/availability.rule'
import { type NameInZone, zoneOf } from '@/lib/policy/resolver'

/** The name a person typed, within its zone. Refuses bad syntax and extensions that are not served. */
export function readName(text: string): Result<NameInZone> {
  const name = canonicalName(text)
  return name.ok ? zoneOf(name.value) : name
}

/** Whether a name may be filed for, by the portal's records alone: `registry` is what the registry said. */
export async function availabilityIn(
  tx: Tx,
  found: NameInZone,
  registry: RegistryAnswer,
  applicant: { kind?: 'individual' | 'organisation'; dossierId?: string } = {},
): Promise<Result<'free'>> {
  const nameAscii = found.name.ascii
  const domain = await tx.domain.findUnique({ where: { openName: nameAscii }, select: { dossierId: true } })
  const claim = await tx.nameClaim.findUnique({ where: { openName: nameAscii }, select: { dossierId: true } })
  const fact = await tx.nameFact.findUnique({ where: { nameAscii }, select: { kind: true } })
  if (registry === 'reserved' || fact?.kind === 'reserved') {
    return refuse('availability-reserved', {
      rule: 'R-NS-03',
      field: 'name',
      params: { name: found.name.unicode },
    })
  }
  const own = applicant.dossierId
  const facts: AvailabilityFacts = {
    found,
    registry: domain && domain.dossierId !== own ? 'exists' : registry,
    claimedByOther: claim !== null && claim.dossierId !== own,
    inDispute: fact?.kind === 'dispute',
    ...(applicant.kind && { applicantKind: applicant.kind }),
  }
  return decideAvailability(facts)
}

/** The registry's word on a name, asked only when the name could be registered at all. */
export async function askRegistry(found: NameInZone): Promise<RegistryAnswer> {
  return registryPort().check(found.name.ascii)
}
