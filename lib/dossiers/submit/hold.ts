/** Valid and paid, whichever comes last: the hold is placed at once (R-NS-08). */
import { placeHold } from '@/lib/domains/register/hold'
import { ok, type Result } from '@/lib/kernel/result'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { type DraftDeclaration, readDeclaration } from '../declare/declaration.rule'
import type { Dossier } from '../dossier.store'

/** Places the hold if the dossier is accepted and paid; does nothing else. */
export async function holdWhenReady(uow: UnitOfWork, dossier: Dossier): Promise<Result<unknown>> {
  if (dossier.status !== 'ACCEPTED' || !dossier.paidAt) return ok()
  const declaration = readDeclaration(dossier.declaration as DraftDeclaration)
  const held = await placeHold(uow, {
    dossierId: dossier.id,
    ownerId: dossier.ownerId,
    zone: dossier.zone,
    nameAscii: dossier.nameAscii,
    nameUnicode: dossier.nameUnicode,
    years: dossier.years,
    filedAt: dossier.filedAt ?? uow.now,
    contacts: { registrant: declaration.holder, ...declaration.contacts },
    nameServers: declaration.nameServers,
  })
  if (!held.ok) return held
  // The hold has its own next date; the dossier waits for the registry and can no longer lapse.
  await uow.tx.dossier.update({ where: { id: dossier.id }, data: { nextTransitionAt: null } })
  return ok()
}
