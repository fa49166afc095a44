/** Writes the audit trail; always inside the transaction of what it tells about. */
import { actorUserId } from '@/lib/kernel/actor'
import { newId } from '@/lib/kernel/ids'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'

export interface AuditEntry {
  /** What was done: the command's name. */
  readonly action: string
  readonly subjectType: string
  readonly subjectId: string
  /** Facts that explain it; ids and codes, never personal data. */
  readonly data?: Readonly<Record<string, string | number | boolean | null>>
}

/** Records that the unit of work's actor did something. */
export async function recordAudit(uow: UnitOfWork, entry: AuditEntry): Promise<void> {
  await uow.tx.auditEvent.create({
    data: {
      id: newId(),
      at: uow.now,
      systemAt: uow.systemNow,
      actorKind: uow.actor.kind,
      actorId: actorUserId(uow.actor) ?? null,
      action: entry.action,
      subjectType: entry.subjectType,
      subjectId: entry.subjectId,
      requestId: uow.requestId,
      data: { ...entry.data },
    },
  })
}
