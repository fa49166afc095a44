import { must } from '@/lib/kernel/result'
import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { type DueWork, enqueue, type Job } from '@/lib/platform/jobs'
import { log } from '@/lib/platform/log'
import { deliverMessageJob } from '../deliver.job'
import { tellNotices } from './notice.command'

const BATCH = 1000
const ABREAST = 4

/** Names of whose term something is to be told. */
export const noticesDue: DueWork = {
  name: 'notices.tell',
  async nextDueAt() {
    const next = await db().domain.findFirst({
      where: { nextNoticeAt: { not: null }, renewingId: null },
      orderBy: { nextNoticeAt: 'asc' },
      select: { nextNoticeAt: true },
    })
    return next?.nextNoticeAt ?? null
  },
  async sweep() {
    const now = await businessNow()
    const waiting = await db().domain.findFirst({
      where: { nextNoticeAt: { lte: now }, renewingId: null },
      select: { id: true },
    })
    if (!waiting) return 0
    return must(await execute(tellNotices, { limit: BATCH }, { actor: { kind: 'clock' } })).names
  },
}

/** What a sweep writes; every other message has a job of its own. */
const WRITTEN = { state: 'QUEUED', attempts: 0, template: { startsWith: 'notice-' } } as const

/** Hands over what one sweep wrote; a message that is not taken gets a job of its own for its next tries. */
export const deliverNoticesJob: Job = {
  task: 'deliver-notices',
  async run() {
    for (let after: string | undefined; ; ) {
      const batch: { id: string }[] = await db().message.findMany({
        where: { ...WRITTEN, ...(after && { id: { gt: after } }) },
        orderBy: { id: 'asc' },
        take: BATCH,
        select: { id: true },
      })
      const last = batch.at(-1)
      if (!last) return
      const lane = async () => {
        for (let next = batch.shift(); next; next = batch.shift()) await deliver(next.id)
      }
      await Promise.all(Array.from({ length: ABREAST }, lane))
      after = last.id
    }
  },
}

async function deliver(messageId: string): Promise<void> {
  try {
    await deliverMessageJob.run({ messageId })
  } catch (error) {
    log().warn({ err: error, messageId }, 'notices: a message was not taken')
    await enqueue(db(), 'deliver-message', { messageId }, { key: `deliver-message:${messageId}` })
  }
}
