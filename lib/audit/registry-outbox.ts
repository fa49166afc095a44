/** Writes commands for a registry into the journal; always inside the transaction that decides them. */
import { newId } from '@/lib/kernel/ids'
import type { Tx } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/jobs'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'

export interface OutgoingCommand {
  readonly registry: string
  readonly kind: string
  /** The call's argument, as JSON. */
  readonly payload: Readonly<Record<string, unknown>>
  /** The refused command that this one sends once more. */
  readonly repeatsId?: string
}

/** Why a command was taken back before it went out: the name is renewed, or a step that it rests on was refused. */
export type NotSentReason = 'being-renewed' | 'step-refused'

/**
 * Queues commands about one subject; they go out one after another, in this order, after all earlier ones of
 * the subject. The journal row's id is the command's clTRID. What is queued in one call is one chain: when one of it
 * is refused, what follows it in the chain is not sent, and nothing else is touched.
 */
export async function queueRegistryCommands(
  uow: UnitOfWork,
  subject: { type: string; id: string },
  commands: readonly OutgoingCommand[],
): Promise<void> {
  const last = await uow.tx.registryCommand.aggregate({
    where: { subjectType: subject.type, subjectId: subject.id },
    _max: { sequence: true },
  })
  const first = (last._max.sequence ?? 0) + 1
  const chainId = commands.length > 1 ? newId() : null
  await uow.tx.registryCommand.createMany({
    data: commands.map((command, index) => ({
      id: newId(),
      registry: command.registry,
      kind: command.kind,
      subjectType: subject.type,
      subjectId: subject.id,
      sequence: first + index,
      payload: JSON.parse(JSON.stringify(command.payload)),
      state: 'QUEUED' as const,
      attempts: 0,
      queuedAt: uow.now,
      chainId,
      repeatsId: command.repeatsId ?? null,
    })),
  })
  await enqueueDelivery(uow.tx, subject)
}

/** Has what is queued about a subject sent. Deliveries of one subject never run side by side. */
export async function enqueueDelivery(
  tx: Tx,
  subject: { type: string; id: string },
  notBefore?: Date,
): Promise<void> {
  const key = `registry:${subject.type}:${subject.id}`
  const payload = { subjectType: subject.type, subjectId: subject.id }
  await enqueue(tx, 'deliver-registry', payload, { key, queue: key, ...(notBefore && { notBefore }) })
}

/** Has everything sent that is queued and due, in one job: for writers of very many commands. */
export async function enqueueDrain(tx: Tx): Promise<void> {
  await enqueue(tx, 'drain-registry', {}, { key: 'drain-registry', queue: 'drain-registry' })
}
