import { grants } from '@/lib/access/permissions'
import type { Actor } from '@/lib/kernel/actor'
import { db } from '@/lib/platform/db'

/** A document's file as its reader may have it: the applicant's own, or any for an agent; null for the rest. */
export async function documentFile(actor: Actor, documentId: string) {
  if (actor.kind !== 'user') return null
  const document = await db().document.findUnique({
    where: { id: documentId },
    select: {
      fileName: true,
      mediaType: true,
      size: true,
      storageKey: true,
      dossier: { select: { ownerId: true, status: true } },
    },
  })
  if (!document) return null
  // A draft is nobody's business but its applicant's.
  const isReviewable = document.dossier.status !== 'DRAFT' && grants(actor, 'dossier.review')
  return document.dossier.ownerId === actor.userId || isReviewable ? document : null
}
