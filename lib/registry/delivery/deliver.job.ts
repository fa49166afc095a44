/** Sends what is queued for a registry, in order, and settles what was lost. One subject at a time. */
import { enqueueDelivery, enqueueDrain } from '@/lib/audit/registry-outbox'
import { systemClock } from '@/lib/kernel/clock'
import { must } from '@/lib/kernel/result'
import { alone } from '@/lib/platform/alone'
import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { env } from '@/lib/platform/env'
import type { RegistryCommandModel } from '@/lib/platform/generated/models'
import type { Job } from '@/lib/platform/jobs'
import { log } from '@/lib/platform/log'
import { registryGateway } from '../connect'
import type { Sent } from './call'
import { callOf, OBJECT_EXISTS } from './calls'
import { settleRegistryCommand } from './settle.command'

const OPEN = ['QUEUED', 'SENT', 'UNKNOWN'] as const
const LONGEST_PAUSE_MS = 60_000
const BUSY_PAUSE_MS = 500

export interface Subject {
  readonly subjectType: string
  readonly subjectId: string
}

/** Delivers everything that is open and due about one subject. */
export const deliverRegistry: Job = {
  task: 'deliver-registry',
  async run({ subjectType = '', subjectId = '' }) {
    await deliverSubject({ subjectType, subjectId })
  },
}

/** One subject's commands, one after another. Is another delivery at it, this one comes back a little later. */
export async function deliverSubject(subject: Subject): Promise<void> {
  const ran = await alone(`${subject.subjectType}:${subject.subjectId}`, async () => {
    for (;;) {
      const head = await headOf(subject)
      if (!head) return
      const sent = head.state === 'QUEUED' ? await send(head) : await ask(head)
      if (sent && !(await settle(head, sent))) return again(head)
    }
  })
  if (!ran) await deliverLater(subject, BUSY_PAUSE_MS)
}

/** The oldest open command of a subject; none while that one is not due yet. */
async function headOf(subject: Subject): Promise<RegistryCommandModel | undefined> {
  const head = await db().registryCommand.findFirst({
    where: { ...subject, state: { in: [...OPEN] } },
    orderBy: { sequence: 'asc' },
  })
  if (!head || (head.dueAt && head.dueAt > (await businessNow()))) return undefined
  return head
}

/** Enqueues a delivery of all that is open: at a worker's start, nothing is forgotten. */
export async function enqueueOpenDeliveries(): Promise<void> {
  await enqueueDrain(db())
}

/**
 * The row is SENT and committed before a byte goes out: after a fault nobody takes it for unsent. Nothing is sent of
 * a row that was taken back meanwhile.
 */
async function send(row: RegistryCommandModel): Promise<Sent | undefined> {
  const { count } = await db().registryCommand.updateMany({
    where: { id: row.id, state: 'QUEUED' },
    data: { state: 'SENT', attempts: { increment: 1 }, sentAt: await businessNow() },
  })
  if (count === 0) return undefined
  const call = callOf(row.kind)
  const sent = await call.send(registryGateway(), row.id, row.payload)
  // "It exists already" may be our own create: its answer was lost, or a backup from before it was restored.
  const maybeOurs = sent.kind === 'refused' && sent.code === OBJECT_EXISTS
  return maybeOurs ? ask(row) : sent
}

/** A lost answer is unknown, not failed: the registry is asked before anything is sent again. */
async function ask(row: RegistryCommandModel): Promise<Sent> {
  return callOf(row.kind).ask(registryGateway(), row.id, row.payload, env().EPP_CLIENT_ID)
}

/** Writes down what came of it; false when it has to be tried again later. */
async function settle(row: RegistryCommandModel, sent: Sent): Promise<boolean> {
  if (sent.kind === 'done' || sent.kind === 'refused') {
    const done = sent.kind === 'done'
    const settlement = {
      commandId: row.id,
      outcome: done ? 'DONE' : 'REFUSED',
      code: sent.code,
      message: done ? '' : [sent.message, sent.reason].filter(Boolean).join(': ').slice(0, 500),
      ...(done && { svTRID: sent.svTRID, answer: plain(sent.value) }),
    }
    must(await execute(settleRegistryCommand, settlement, { actor: { kind: 'registry' } }))
    return true
  }
  // An answer lost while asking leaves the row as unknown as it was.
  const next =
    sent.kind === 'not-there' || (sent.kind === 'unsent' && row.state === 'QUEUED') ? 'QUEUED' : 'UNKNOWN'
  await db().registryCommand.update({ where: { id: row.id }, data: { state: next } })
  if (sent.kind === 'not-there') return true
  log().warn({ clTRID: row.id, kind: row.kind, outcome: sent.kind, cause: sent.cause }, 'registry: try again')
  return false
}

async function again({ attempts, subjectType, subjectId }: RegistryCommandModel): Promise<void> {
  const pause = Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** Math.min(attempts, 6))
  await deliverLater({ subjectType, subjectId }, pause)
}

async function deliverLater({ subjectType, subjectId }: Subject, pauseMs: number): Promise<void> {
  const notBefore = new Date(systemClock.now().getTime() + pauseMs)
  await enqueueDelivery(db(), { type: subjectType, id: subjectId }, notBefore)
}

/** An answer as JSON: dates as text, amounts as text. */
function plain(value: unknown): unknown {
  if (value === undefined) return undefined
  const text = JSON.stringify(value, (_key, entry) => (typeof entry === 'bigint' ? entry.toString() : entry))
  return JSON.parse(text)
}
