/** Every command with the wrong actor: a visitor, a stranger, staff without their second factor. */
import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { completeDraft, file, freshName, person, registrySays } from '@/lib/dossiers/dossiers-under-test'
import {
  emailOf,
  grant,
  handInPaper,
  organisationName,
} from '@/lib/dossiers/authorise/authorisations-under-test'
import type { Actor, UserActor } from '@/lib/kernel/actor'
import { systemClock } from '@/lib/kernel/clock'
import { newId } from '@/lib/kernel/ids'
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { type Command, execute } from '@/lib/platform/define-command'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'

const files = readdirSync('lib', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.command.ts'),
)
const modules = (await Promise.all(files.map((file) => import(`@/lib/${file}`)))) as Record<string, unknown>[]

type AnyCommand = Command<unknown, unknown, unknown>
const isCommand = (value: unknown): value is AnyCommand =>
  typeof value === 'object' && value !== null && 'permit' in value && 'run' in value
const COMMANDS = modules.flatMap((module) => Object.values(module).filter(isCommand))

const VISITOR: Actor = { kind: 'visitor', address: '192.0.2.9' }

/** What a visitor may call: how accounts are opened and entered, and what the token of a mail is proof enough for. */
const OPEN_TO_VISITORS = [
  'people.sign-up',
  'people.resend-verification',
  'people.verify-email',
  'people.request-reset',
  'people.reset-password',
  'people.sign-in',
  'notices.decline',
]

/** Acts on nothing but the actor's own account, or makes something new of their own. */
const OWN_BY_NATURE = [
  ...OPEN_TO_VISITORS,
  'dossiers.start',
  'people.enrol-totp',
  'people.sign-out-everywhere',
  'people.update-profile',
  'people.change-password',
  'people.begin-second-factor',
  'people.renew-recovery-codes',
  'people.remove-second-factor',
  'people.begin-step-up',
  'billing.request-payout',
  'billing.top-up',
  'notices.choose',
  'notices.mark-all-read',
]

let database: TestDatabase
let victim: UserActor
let stranger: UserActor
/** What a stranger would need to know, and a member of staff does. */
let target: Record<string, unknown>

beforeAll(async () => {
  database = await testDatabase()
  registrySays('free')
  victim = await person()
  // A stranger who has proved who they are: the heavy commands are tried too.
  stranger = { ...(await person()), steppedUpAt: systemClock.now() }
  const dossierId = await completeDraft(victim, freshName())
  const { invoiceId } = must(await file(victim, dossierId))
  const document = await db().document.findFirstOrThrow({ where: { dossierId } })
  const sessionId = newId()
  await db().session.create({
    data: {
      id: sessionId,
      sessionToken: newId(),
      userId: victim.userId,
      createdAt: new Date(0),
      expires: new Date('2100-01-01'),
    },
  })
  const domainId = newId()
  await seedDomain(domainId, dossierId)
  const orderId = newId()
  await db().nameOrder.create({
    data: {
      ...{ id: orderId, domainId, kind: 'return', atOnce: false, reason: 'returned', state: 'WAITING' },
      ...{ requestedBy: `user:${victim.userId}`, requestedAt: new Date(0) },
    },
  })
  const message = await db().message.findFirstOrThrow({ where: { userId: victim.userId } })
  const paymentMethodId = newId()
  await db().paymentMethod.create({
    data: {
      ...{ id: paymentMethodId, customerId: victim.userId, provider: 'sandbox', providerRef: newId() },
      ...{ cardEnd: '1111', createdAt: new Date(0) },
    },
  })
  const authorised = await authorisation()
  target = {
    ...authorised,
    ...{ paymentMethodId, invoiceIds: [invoiceId], back: '/invoices', autoRenew: 'OFF' },
    items: [{ domainId, years: 1 }],
    messageId: message.id,
    earlyNotices: 'off',
    orderId,
    ...{ dossierId, invoiceId, domainId, sessionId, documentId: document.id, locale: 'en', code: '123456' },
    ...{ step: 'holder', values: { name: 'Stranger' }, termsVersion: 'x', accepted: 'on', answer: 'x' },
    ...{
      kind: 'identity-card',
      fileName: 'a.pdf',
      mediaType: 'application/pdf',
      size: 1,
      sha256: 'a'.repeat(64),
    },
    ...{
      storageKey: newId(),
      parking: true,
      nameServers: [],
      role: 'admin',
      name: 'Stranger',
      street: 'x',
      city: 'x',
    },
    ...{ country: 'VN', email: 'x@example.com', phone: '0912345678' },
  }
})
afterAll(() => database.drop())

/** What the victim offered to somebody, and what it would take to grant another. */
async function authorisation() {
  const owner = { ...victim, steppedUpAt: systemClock.now() }
  const { id, dossierId } = await organisationName(owner)
  const days = { fromDay: '2099-01-01', untilDay: '2099-12-31' }
  const offer = { domainIds: [id], documentId: await handInPaper(owner, dossierId), ...days }
  const { authorisationId } = must(await grant(owner, { ...offer, email: await emailOf(await person()) }))
  return { authorisationId, domainIds: [id], contactName: 'Stranger', ...days }
}

/** A registered name of the victim. */
async function seedDomain(id: string, dossierId: string): Promise<void> {
  const at = new Date('2026-01-05T09:30:00Z')
  const edges = [
    ['NEW', 'hold', 'HELD'],
    ['HELD', 'allot', 'REGISTERING'],
    ['REGISTERING', 'confirm', 'ACTIVE'],
  ] as const
  await db().domain.create({
    data: {
      ...{
        id,
        dossierId,
        nameAscii: 'victim.vn',
        openName: 'victim.vn',
        nameUnicode: 'victim.vn',
        zone: 'vn',
      },
      ...{
        registry: 'vnnic',
        ownerId: victim.userId,
        status: 'ACTIVE',
        version: 3,
        years: 1,
        policyFrom: '2023-06-01',
      },
      ...{ policyHash: 'x', heldAt: at, allotmentDueAt: at, allotmentSlotAt: at, registeredAt: at },
      ...{ expiresAt: new Date('2027-01-05T09:30:00Z'), nameServers: [] },
      events: {
        create: edges.map(([from, command, to], index) => ({
          ...{ version: index + 1, from, command, to, actor: 'setup', at, data: {} },
        })),
      },
    },
  })
}

/** Everything that could have changed, as one text. */
async function state(): Promise<string> {
  const rows = await Promise.all([
    db().dossier.findMany({ where: { ownerId: victim.userId } }),
    db().domain.findMany({ where: { ownerId: victim.userId } }),
    db().document.findMany({ where: { uploadedById: victim.userId } }),
    db().invoice.findMany({ where: { customerId: victim.userId } }),
    db().session.findMany({ where: { userId: victim.userId } }),
    db().checkout.findMany(),
    db().paymentMethod.findMany(),
    db().renewalItem.findMany(),
    db().registryCommand.findMany(),
    db().nameOrder.findMany(),
    db().renewalAuthorisation.findMany(),
  ])
  return JSON.stringify(rows, (_key, value) => (typeof value === 'bigint' ? String(value) : value))
}

test('there are commands to try', () => expect(COMMANDS.length).toBeGreaterThan(30))

describe('a visitor', () => {
  test.each(
    COMMANDS.filter(({ name }) => !OPEN_TO_VISITORS.includes(name)).map((command) => [command.name, command]),
  )('may not call %s', async (_name, command) => {
    expect(await execute(command as AnyCommand, target, { actor: VISITOR })).toMatchObject({
      ok: false,
      refusal: { code: 'sign-in-needed' },
    })
  })
})

describe('a stranger who knows every id', () => {
  test.each(
    COMMANDS.filter(({ name }) => !OWN_BY_NATURE.includes(name)).map((command) => [command.name, command]),
  )('can neither read nor change by %s', async (_name, command) => {
    const before = await state()
    const result = await execute(command as AnyCommand, target, { actor: stranger })
    expect(result.ok).toBe(false)
    const code = result.ok ? '' : result.refusal.code
    expect(['not-found', 'not-permitted', 'second-factor-missing']).toContain(code)
    expect(await state()).toBe(before)
  })
})

describe('staff without the second factor', () => {
  const guarded = COMMANDS.filter(
    ({ permit }) => permit({ ...agent(true) }).ok && !permit({ ...agent(true), roles: [] }).ok,
  )
  test('there are commands for staff alone', () => expect(guarded.length).toBeGreaterThan(5))
  test.each(guarded.map((command) => [command.name, command]))('may not call %s', (_name, command) => {
    expect((command as AnyCommand).permit(agent(false))).toMatchObject({ refusal: { code: 'not-permitted' } })
  })
})

function agent(secondFactor: boolean): UserActor {
  return { kind: 'user', userId: newId(), roles: ['AGENT', 'OPERATOR'], address: '', secondFactor }
}
