/** One name's way from filing to registered, driven from outside while parts of the portal are killed. */
import { setTimeout as sleep } from 'node:timers/promises'
import { openCheckout } from '@/lib/billing/charge/checkout.command'
import { moveClock } from '@/lib/operations/move-clock.command'
import {
  completeDraft,
  file,
  freshName,
  person,
  registrySays,
  reviewAndAccept,
} from '@/lib/dossiers/dossiers-under-test'
import type { UserActor } from '@/lib/kernel/actor'
import { systemClock } from '@/lib/kernel/clock'
import { must } from '@/lib/kernel/result'
import { closeDb, db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'

const LIMIT_MS = 90_000

/** Repeats until it succeeds: the database or a server may be down just now. */
export async function eventually<T>(
  what: string,
  attempt: () => Promise<T | undefined | null | false>,
): Promise<T> {
  const until = systemClock.now().getTime() + LIMIT_MS
  let problem: unknown
  while (systemClock.now().getTime() < until) {
    try {
      const value = await attempt()
      if (value) return value
    } catch (error) {
      problem = error
      await closeDb().catch(() => undefined)
    }
    await sleep(100)
  }
  throw new Error(`${what} did not come about in time`, { cause: problem })
}

export interface Story {
  readonly owner: UserActor
  readonly name: string
  readonly dossierId: string
  readonly invoiceId: string
}

/** An accepted dossier that waits for its payment. */
export async function acceptedStory(): Promise<Story> {
  registrySays('free')
  const [owner, agent] = [await person(), await person('AGENT')]
  const name = freshName()
  const dossierId = await completeDraft(owner, name)
  const { invoiceId } = must(await file(owner, dossierId))
  await reviewAndAccept(agent, dossierId)
  return { owner, name, dossierId, invoiceId }
}

/** Pays on the provider's own page, pressing the button again until the provider says that it is paid. */
export async function payOnHostedPage(story: Story): Promise<void> {
  const url = await eventually('the checkout', async () => {
    const opened = await execute(
      openCheckout,
      { invoiceId: story.invoiceId, locale: 'en' },
      { actor: story.owner },
    )
    return opened.ok && opened.value.url
  })
  await eventually('the payment', async () => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: new URL(url).origin },
      body: 'card=4111111111111111&choice=pay',
      redirect: 'manual',
    })
    return answer.status === 303 || (answer.ok && /paid/i.test(await answer.text()))
  })
}

/** Waits until the payment has entered and the hold is placed; the allotment's slot. */
export function untilHeld({ dossierId }: Story): Promise<Date> {
  return eventually(
    'the hold',
    async () => (await db().domain.findUnique({ where: { dossierId } }))?.allotmentSlotAt,
  )
}

/** Asks for the clock to be moved just past a slot; another move may be under way. */
export async function moveClockPast(slot: Date): Promise<void> {
  const target = new Date(slot.getTime() + 60_000).toISOString()
  await eventually('the clock’s move', async () => {
    const moved = await execute(moveClock, { target }, { actor: { kind: 'setup' } })
    return moved.ok || moved.refusal.code === 'clock-not-back'
  })
}

/** Waits until the name is the registrant's. */
export async function untilActive({ dossierId }: Story): Promise<void> {
  await eventually(
    'the name',
    async () => (await db().domain.findUnique({ where: { dossierId } }))?.status === 'ACTIVE',
  )
}
