/** What the applicant is told and until when they have to act. */
import { queueMessage } from '@/lib/audit/outbox'
import { addDays, endOfDay, legalDay } from '@/lib/kernel/days'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { versionAt, zoneById } from '@/lib/policy/resolver'
import type { Dossier } from './dossier.store'

/** The midnight that ends the last day of a claim's deadline, counted from today in the zone's time zone. */
export function claimDeadline(
  uow: UnitOfWork,
  dossier: Dossier,
  which: 'correctionDays' | 'unpaidDays',
): Date {
  const zone = zoneById(dossier.zone)
  const { claim } = versionAt(zone, dossier.filedAt ?? uow.now).registrar
  return endOfDay(addDays(legalDay(uow.now, zone.timeZone), claim[which].value), zone.timeZone)
}

/** Queues a message about a dossier, once for each `occasion`. */
export async function tellApplicant(
  uow: UnitOfWork,
  dossier: Dossier,
  template: string,
  params: Readonly<Record<string, string>> = {},
  occasion: string = dossier.id,
): Promise<void> {
  await queueMessage(uow, {
    userId: dossier.ownerId,
    template,
    params: {
      name: dossier.nameUnicode,
      number: dossier.number ?? '',
      path: `/applications/${dossier.id}`,
      ...params,
    },
    subjectType: 'dossier',
    subjectId: dossier.id,
    dedupeKey: `${template}:${occasion}`,
  })
}
