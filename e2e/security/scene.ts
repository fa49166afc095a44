/** A registrant with a draft, a filed dossier, a registered name and an invoice; an agent; an operator. */
import { deliver, openCheckoutOf, webhookBody } from '@/lib/billing/billing-under-test'
import { completeDraft, file, freshName, person, registrySays, reviewAndAccept } from '@/lib/dossiers/dossiers-under-test'
import type { UserActor } from '@/lib/kernel/actor'
import { must } from '@/lib/kernel/result'
import { moveClock } from '@/lib/operations/move-clock.command'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { eventually } from '../faults/story'
import type { Ids } from './routes'

export interface Scene {
  readonly ids: Ids
  readonly owner: UserActor
  readonly agent: UserActor
  readonly operator: UserActor
}

/** Sets the scene on a running portal, through the portal's own commands. */
export async function setScene(): Promise<Scene> {
  registrySays('free')
  const [owner, agent, operator] = [await person(), await person('AGENT'), await person('OPERATOR')]
  const name = freshName()
  const registered = await completeDraft(owner, name)
  const { invoiceId } = must(await file(owner, registered))
  await reviewAndAccept(agent, registered)
  const invoice = await db().invoice.findUniqueOrThrow({ where: { id: invoiceId } })
  must(await deliver(webhookBody({ reference: await openCheckoutOf(invoiceId), amount: invoice.total })))
  const { allotmentSlotAt } = await db().domain.findUniqueOrThrow({ where: { dossierId: registered } })
  const target = new Date(allotmentSlotAt.getTime() + 60_000).toISOString()
  must(await execute(moveClock, { target }, { actor: { kind: 'setup' } }))
  await eventually('the name', async () => (await db().domain.findUnique({ where: { dossierId: registered } }))?.status === 'ACTIVE')
  const draftId = await completeDraft(owner, freshName())
  const filedId = await completeDraft(owner, freshName('com.vn'))
  const filed = must(await file(owner, filedId))
  return { ids: { draftId, filedId, name, invoiceId: filed.invoiceId, reviewId: filedId }, owner, agent, operator }
}
