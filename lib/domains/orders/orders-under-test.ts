/** What the database tests of orders share: names, people, and what came of it. */
import type { UserActor } from '@/lib/kernel/actor'
import { systemClock } from '@/lib/kernel/clock'
import { localTime } from '@/lib/kernel/days'
import { newId } from '@/lib/kernel/ids'
import { db } from '@/lib/platform/db'
import { type Command, execute } from '@/lib/platform/define-command'
import { nameFor } from '../names-under-test'

export const VN = 'Asia/Ho_Chi_Minh'
/** A Tuesday morning; the slot is at 16:30. */
export const NOW = localTime('2026-12-01', '10:00', VN)
export const SLOT = localTime('2026-12-01', '16:30', VN)

export const actor = (userId: string, roles: UserActor['roles'] = []): UserActor => ({
  kind: 'user',
  userId,
  roles,
  address: '',
  secondFactor: roles.length > 0,
  steppedUpAt: systemClock.now(),
})

export const agent = actor(newId(), ['AGENT'])
export const second = actor(newId(), ['OPERATOR'])

/** A user who holds names. */
export async function holder(): Promise<UserActor> {
  const id = newId()
  await db().user.create({
    data: { id, email: `${id}@example.com`, name: 'Lê Văn Trả', locale: 'en', createdAt: NOW },
  })
  return actor(id)
}

/** A registered name of somebody. */
export async function nameOf(owner: UserActor) {
  const expiresAt = localTime('2027-06-01', '09:00', VN)
  const id = await nameFor({ zone: 'vn', expiresAt, ownerId: owner.userId })
  const { nameAscii } = await db().domain.findUniqueOrThrow({ where: { id } })
  return { id, name: nameAscii }
}

export const run = <I, O, P>(command: Command<I, O, P>, input: unknown, by: UserActor) =>
  execute(command, input, { actor: by })
export const order = { reference: 'A05-17/2026', reason: 'phishing', urgency: 'slot' }
export const reclaim = { reference: '412/QĐ', reason: 'authority-decision', urgency: 'slot' }
export const refused = (refusal: string) => ({ ok: false, refusal: { code: refusal } })
export const domainOf = (id: string) => db().domain.findUniqueOrThrow({ where: { id } })

/** Kinds of the registry's commands about a name, in their order. */
export async function sentTo(id: string): Promise<string[]> {
  const rows = await db().registryCommand.findMany({
    where: { subjectId: id },
    orderBy: { sequence: 'asc' },
  })
  return rows.map(({ kind }) => kind)
}

/** Templates of the messages about a name, in their order. */
export async function told(id: string): Promise<string[]> {
  const rows = await db().message.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })
  return rows.map(({ template }) => template)
}
