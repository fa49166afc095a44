import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ordersDue } from '@/lib/domains/orders/orders.job'
import { askReturn } from '@/lib/domains/orders/return.command'
import { withdrawReturn } from '@/lib/domains/orders/withdraw.command'
import { nameFor, setNow } from '@/lib/domains/names-under-test'
import type { UserActor } from '@/lib/kernel/actor'
import { systemClock } from '@/lib/kernel/clock'
import { localTime } from '@/lib/kernel/days'
import { newId } from '@/lib/kernel/ids'
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { attachDocument } from '../documents/attach.command'
import {
  attach,
  completeDraft,
  file,
  freshName,
  IDENTITY,
  person,
  registrySays,
} from '../dossiers-under-test'
import { acceptReturn, refuseReturn } from './decide.command'
import { returnedName, returnReview, returnView } from './return.query'

const VN = 'Asia/Ho_Chi_Minh'
const NOW = localTime('2026-12-01', '10:00', VN)
const SLOT = localTime('2026-12-01', '16:30', VN)

let database: TestDatabase
let owner: UserActor
let agent: UserActor
beforeAll(async () => {
  database = await testDatabase()
  registrySays('free')
  owner = { ...(await person()), steppedUpAt: systemClock.now() }
  agent = await person('AGENT')
})
afterAll(() => database.drop())
beforeEach(() => setNow(database, NOW))

/** A registered name of the owner, with its original dossier. */
async function named() {
  const nameAscii = freshName()
  const dossierId = await completeDraft(owner, nameAscii)
  must(await file(owner, dossierId))
  const expiresAt = localTime('2027-06-01', '09:00', VN)
  const domainId = await nameFor({ zone: 'vn', expiresAt, nameAscii, ownerId: owner.userId })
  await db().domain.update({ where: { id: domainId }, data: { dossierId } })
  return { nameAscii, dossierId, domainId }
}

/** The same, with its return asked for and all papers handed in. */
async function returned() {
  const name = await named()
  const { orderId } = must(await execute(askReturn, { domainId: name.domainId }, { actor: owner }))
  const documents = [
    await attach(owner, name.dossierId, 'return-declaration'),
    await attach(owner, name.dossierId, 'return-identity-card'),
  ]
  return { ...name, orderId, documents }
}

const accept = (orderId: string, input: object = {}, by = agent) =>
  execute(acceptReturn, { orderId, number: IDENTITY, signature: 'on', ...input }, { actor: by })
const refused = (code: string) => ({ ok: false, refusal: { code } })
const templates = async (id: string) =>
  (await db().message.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })).map(
    (row) => row.template,
  )

describe('R-NS-35 a return', () => {
  test('R-NS-34 R-NS-35 verified by the desk, it is deleted in the next work slot', async () => {
    const { orderId, domainId, nameAscii } = await returned()
    must(await accept(orderId))
    expect(await returnView(owner.userId, nameAscii)).toMatchObject({ order: { dueAt: SLOT } })
    expect(await ordersDue.sweep()).toBe(0)
    await setNow(database, SLOT)
    expect(await ordersDue.sweep()).toBe(1)
    expect(await db().domain.findUniqueOrThrow({ where: { id: domainId } })).toMatchObject({
      status: 'RELEASED',
      openName: null,
    })
    const commands = await db().registryCommand.findMany({ where: { subjectId: domainId } })
    expect(commands.map(({ kind }) => kind)).toEqual(['domain-release'])
    expect(await templates(domainId)).toEqual(['return-asked', 'return-accepted', 'name-returned'])
  })

  test('R-NS-14 only with the number of the dossier on file and its signature', async () => {
    const { orderId } = await returned()
    expect(await accept(orderId, { number: '012345678901' })).toMatchObject(refused('identity-differs'))
    expect(await accept(orderId, { signature: undefined })).toMatchObject(refused('signature-not-compared'))
    must(await accept(orderId))
    expect(await accept(orderId)).toMatchObject(refused('order-decided'))
  })

  test('R-NS-11 not before its papers are there', async () => {
    const { domainId, dossierId } = await named()
    expect(await attachAgain(dossierId)).toMatchObject(refused('return-not-asked'))
    const { orderId } = must(await execute(askReturn, { domainId }, { actor: owner }))
    expect(await accept(orderId)).toMatchObject(refused('return-document-missing'))
    must(await attachAgain(dossierId))
    expect(await accept(orderId)).toMatchObject({ refusal: { params: { kind: 'return-identity-card' } } })
  })

  test('R-NS-34 accepted, the owner can still withdraw until it ran', async () => {
    const { orderId, domainId, dossierId } = await returned()
    must(await accept(orderId))
    expect(await attachAgain(dossierId)).toMatchObject(refused('return-not-asked'))
    must(await execute(withdrawReturn, { orderId }, { actor: owner }))
    await setNow(database, SLOT)
    await ordersDue.sweep()
    expect((await db().domain.findUniqueOrThrow({ where: { id: domainId } })).status).toBe('ACTIVE')
  })

  test('R-NS-35 refused on a typed ground, the name stays; a new return needs its papers anew', async () => {
    const { orderId, domainId, nameAscii } = await returned()
    const refusal = { orderId, ground: 'signature-differs', note: 'Please sign as in 2025.' }
    expect(await execute(refuseReturn, { ...refusal, ground: 'because' }, { actor: agent })).toMatchObject(
      refused('input-invalid'),
    )
    must(await execute(refuseReturn, refusal, { actor: agent }))
    expect(await templates(domainId)).toEqual(['return-asked', 'return-refused'])
    await setNow(database, new Date(NOW.getTime() + 60_000))
    must(await execute(askReturn, { domainId }, { actor: owner }))
    const view = await returnView(owner.userId, nameAscii)
    expect(view?.needed.every(({ file }) => file === null)).toBe(true)
  })

  test('DESIGN §9 nobody decides the return of their own name, and only agents decide', async () => {
    const { orderId } = await returned()
    expect(await accept(orderId, {}, { ...agent, userId: owner.userId })).toMatchObject(refused('own-name'))
    expect(await accept(orderId, {}, owner)).toMatchObject(refused('not-permitted'))
    const operator = await person('OPERATOR')
    expect(await accept(orderId, {}, operator)).toMatchObject(refused('not-permitted'))
    expect(await accept(newId())).toMatchObject(refused('not-found'))
  })

  test('R-NS-15 its papers are kept with the original dossier, beside the old ones', async () => {
    const { dossierId, documents, nameAscii } = await returned()
    const review = await returnReview(dossierId, NOW)
    expect(review?.handedIn.map(({ id }) => id).sort()).toEqual([...documents].sort())
    expect(review?.onFile.map(({ kind }) => kind)).toEqual(['identity-card'])
    expect(review?.declaredNumber).toBe(IDENTITY)
    expect(await returnedName(owner, dossierId)).toBe(nameAscii)
    expect(await returnedName(agent, dossierId)).toBeNull()
    expect(await returnView(agent.userId, nameAscii)).toBeNull()
  })
})

function attachAgain(dossierId: string) {
  const document = {
    ...{ dossierId, kind: 'return-declaration', fileName: 'a.pdf', mediaType: 'application/pdf', size: 9 },
    ...{ sha256: 'b'.repeat(64), storageKey: newId() },
  }
  return execute(attachDocument, document, { actor: owner })
}
