/** The ends of a dossier that lead to no name: the claim ends, the invoice is credited. */
import { queueMessage } from '@/lib/audit/outbox'
import { recordAudit } from '@/lib/audit/record'
import { creditInvoice } from '@/lib/billing/invoice/credit'
import { ok, type Result } from '@/lib/kernel/result'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { type Dossier, type DossierPatch, endClaim, moveDossier } from '../dossier.store'

export interface Ending {
  /** The lifecycle's command. */
  readonly command: 'withdraw' | 'refuse' | 'lapse' | 'fail'
  /** Key of the message to the applicant. */
  readonly template: string
  readonly patch?: DossierPatch
  readonly params?: Readonly<Record<string, string>>
}

/** Ends a dossier. What was paid becomes the applicant's credit. */
export async function endDossier(
  uow: UnitOfWork,
  dossier: Dossier,
  ending: Ending,
): Promise<Result<Dossier>> {
  const { command, template, patch, params = {} } = ending
  const moved = await moveDossier(uow, dossier, command, { ...patch, nextTransitionAt: null })
  if (!moved.ok) return moved
  await endClaim(uow, dossier.id, command)
  if (dossier.invoiceId) {
    const credited = await creditInvoice(uow, dossier.invoiceId, command)
    if (!credited.ok) return credited
  }
  const about = { subjectType: 'dossier', subjectId: dossier.id }
  await queueMessage(uow, {
    ...about,
    userId: dossier.ownerId,
    template,
    params: {
      name: dossier.nameUnicode,
      number: dossier.number ?? '',
      path: `/applications/${dossier.id}`,
      ...params,
    },
    dedupeKey: `${command}:${dossier.id}`,
  })
  await recordAudit(uow, { action: `dossiers.${command}`, ...about })
  return ok(moved.value)
}
