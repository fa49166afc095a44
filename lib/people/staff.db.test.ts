import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@/lib/kernel/ids'
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { grantRole, revokeRole } from './staff.command'

const SETUP = { actor: { kind: 'setup' } } as const

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

/** A signed-in user with a second factor. */
async function account(confirmed = true): Promise<{ id: string; email: string }> {
  const id = newId()
  const email = `${id}@example.com`
  const at = new Date('2026-01-05T02:00:00Z')
  const session = {
    id: newId(),
    sessionToken: newId(),
    createdAt: at,
    expires: new Date('2100-01-01T00:00:00Z'),
  }
  await db().user.create({
    data: {
      ...{ id, email, name: 'A person', locale: 'en', createdAt: at, emailVerified: confirmed ? at : null },
      sessions: { create: session },
      totp: { create: { secret: 'sealed', confirmedAt: at, lastStep: 0n } },
    },
  })
  return { id, email }
}

async function state(userId: string) {
  const user = await db().user.findUniqueOrThrow({
    where: { id: userId },
    include: { roles: true, sessions: true, totp: true },
  })
  return {
    roles: user.roles.map(({ role }) => role),
    sessions: user.sessions.length,
    factor: user.totp !== null,
  }
}

test('a role is granted once, ends the sessions, and is in the audit trail', async () => {
  const { id, email } = await account()
  const spelt = ` ${email.toUpperCase()} `
  expect(must(await execute(grantRole, { email: spelt, role: 'AGENT' }, SETUP)).changed).toBe(true)
  expect(await state(id)).toEqual({ roles: ['AGENT'], sessions: 0, factor: true })
  expect(must(await execute(grantRole, { email, role: 'AGENT' }, SETUP)).changed).toBe(false)
  const trail = await db().auditEvent.findMany({ where: { subjectId: id } })
  expect(trail).toMatchObject([{ action: 'people.grant-role', actorKind: 'setup', data: { role: 'AGENT' } }])
})

test('simultaneous grants are one grant', async () => {
  const { id, email } = await account()
  const all = await Promise.all(
    Array.from({ length: 5 }, () => execute(grantRole, { email, role: 'OPERATOR' }, SETUP)),
  )
  expect(all.filter((result) => must(result).changed)).toHaveLength(1)
  expect((await state(id)).roles).toEqual(['OPERATOR'])
})

test('a role taken back ends the sessions; with the last one the second factor goes', async () => {
  const { id, email } = await account()
  for (const role of ['AGENT', 'OPERATOR']) must(await execute(grantRole, { email, role }, SETUP))
  must(await execute(revokeRole, { email, role: 'AGENT' }, SETUP))
  expect(await state(id)).toEqual({ roles: ['OPERATOR'], sessions: 0, factor: true })
  must(await execute(revokeRole, { email, role: 'OPERATOR' }, SETUP))
  expect(await state(id)).toEqual({ roles: [], sessions: 0, factor: false })
  expect(must(await execute(revokeRole, { email, role: 'OPERATOR' }, SETUP)).changed).toBe(false)
})

test('an address that nobody confirmed gets no role', async () => {
  const { id, email } = await account(false)
  expect(await execute(grantRole, { email, role: 'OPERATOR' }, SETUP)).toMatchObject({
    refusal: { code: 'email-not-confirmed' },
  })
  expect(await state(id)).toEqual({ roles: [], sessions: 1, factor: true })
})

test.each([
  ['an unknown address', { email: 'nobody@example.com', role: 'AGENT' }, 'not-found'],
  ['an unknown role', { email: 'nobody@example.com', role: 'OWNER' }, 'input-invalid'],
])('%s is refused', async (_what, input, code) => {
  expect(await execute(grantRole, input, SETUP)).toMatchObject({ refusal: { code } })
})

test.each(['AGENT', 'OPERATOR'] as const)('an %s appoints nobody', async (role) => {
  const { id, email } = await account()
  const actor = { kind: 'user', userId: id, roles: [role], address: '', secondFactor: true } as const
  for (const command of [grantRole, revokeRole]) {
    expect(await execute(command, { email, role: 'OPERATOR' }, { actor })).toMatchObject({
      refusal: { code: 'not-permitted' },
    })
  }
})
