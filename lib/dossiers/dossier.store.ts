/** Reads for update and writes of dossiers and claims. */
import { createHash } from 'node:crypto'
import { actorName, actorUserId } from '@/lib/kernel/actor'
import { newId } from '@/lib/kernel/ids'
import { edgeFor } from '@/lib/kernel/lifecycle'
import { refuse, type Result } from '@/lib/kernel/result'
import type { Prisma } from '@/lib/platform/generated/client'
import type { DossierModel } from '@/lib/platform/generated/models'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { DOSSIER_LIFECYCLE } from './lifecycle'

export type Dossier = DossierModel

/** Locks a dossier whoever owns it; `not-found` when there is none. */
export async function lockDossier(uow: UnitOfWork, dossierId: string): Promise<Result<Dossier>> {
  await uow.tx.$queryRaw`SELECT 1 FROM dossier WHERE id = ${dossierId}::uuid FOR UPDATE`
  const dossier = await uow.tx.dossier.findUnique({ where: { id: dossierId } })
  return dossier ? { ok: true, value: dossier } : refuse('not-found')
}

/** Locks a dossier of the actor; another's is as good as not there. */
export async function lockOwnDossier(uow: UnitOfWork, dossierId: string): Promise<Result<Dossier>> {
  const found = await lockDossier(uow, dossierId)
  if (found.ok && found.value.ownerId !== actorUserId(uow.actor)) return refuse('not-found')
  return found
}

/** What may change together with a status. */
export type DossierPatch = Omit<Prisma.DossierUncheckedUpdateInput, 'id' | 'status' | 'version'>

/**
 * Takes an edge of the lifecycle: status, version and history row together. Refuses `not-now` when the
 * lifecycle has no such edge from where the dossier stands.
 */
export async function moveDossier(
  uow: UnitOfWork,
  dossier: Dossier,
  command: string,
  patch: DossierPatch = {},
  data: Readonly<Record<string, string>> = {},
): Promise<Result<Dossier>> {
  const edge = edgeFor(DOSSIER_LIFECYCLE, dossier.status, command)
  if (!edge) return refuse('not-now', { params: { status: dossier.status } })
  const version = dossier.version + 1
  await uow.tx.dossierEvent.create({
    data: {
      dossierId: dossier.id,
      version,
      from: dossier.status,
      command,
      to: edge.to,
      actor: actorName(uow.actor),
      at: uow.now,
      data,
    },
  })
  const value = await uow.tx.dossier.update({
    where: { id: dossier.id },
    data: { ...patch, status: edge.to, version },
  })
  return { ok: true, value }
}

/**
 * Takes the claim on a name: the first row wins, by the unique constraint (R-NS-03, R-NS-06). False when
 * another dossier holds it. Waits for a concurrent filing to end.
 */
export async function takeClaim(uow: UnitOfWork, dossier: Dossier, dossierHash: string): Promise<boolean> {
  const taken = await uow.tx.$executeRaw`
    INSERT INTO name_claim (id, dossier_id, name_ascii, open_name, owner_id, taken_at, dossier_hash)
    VALUES (${newId()}::uuid, ${dossier.id}::uuid, ${dossier.nameAscii}, ${dossier.nameAscii},
      ${dossier.ownerId}::uuid, ${uow.now}, ${dossierHash})
    ON CONFLICT (open_name) DO NOTHING`
  return taken === 1
}

/** Ends a dossier's claim; the name may be claimed by others from the commit on. */
export async function endClaim(uow: UnitOfWork, dossierId: string, reason: string): Promise<void> {
  await uow.tx.nameClaim.updateMany({
    where: { dossierId, endedAt: null },
    data: { openName: null, endedAt: uow.now, endReason: reason },
  })
}

/** SHA-256 of what was filed: declaration, documents and terms. The receipt carries it. */
export function dossierHash(content: {
  nameAscii: string
  declaration: unknown
  documents: readonly { kind: string; version: number; sha256: string }[]
  termsHash: string
}): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

/** The documents that count: the latest version of each kind that was not removed. */
export function currentDocuments<T extends { kind: string; version: number; removedAt: Date | null }>(
  documents: readonly T[],
): T[] {
  const latest = new Map<string, T>()
  for (const document of [...documents].sort((a, b) => a.version - b.version)) {
    latest.set(document.kind, document)
  }
  return [...latest.values()].filter((document) => !document.removedAt)
}
