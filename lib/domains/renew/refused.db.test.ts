import { afterAll, beforeAll, expect, test } from 'vitest'
import { localTime } from '@/lib/kernel/days'
import { newId } from '@/lib/kernel/ids'
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { inUnitOfWork } from '@/lib/platform/unit-of-work'
import { person } from '@/lib/dossiers/dossiers-under-test'
import { noticesDue } from '@/lib/notices/schedule/notice.job'
import { nameFor, setNow } from '../names-under-test'
import { sweepDue } from '../sweep/sweep.job'
import { refuseRenewal } from './answer'
import { sendRenewal } from './send'

const VN = 'Asia/Ho_Chi_Minh'
let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const at = (day: string, time: string) => localTime(day, time, VN)
const domainOf = (id: string) => db().domain.findUniqueOrThrow({ where: { id } })
const inUnit = (work: Parameters<typeof inUnitOfWork>[1]) =>
  inUnitOfWork({ actor: { kind: 'registry' }, requestId: newId() }, work)

/** A name whose paid renewal is at the registry. */
async function renewing(expiresAt: Date, violationSince: Date | null = null): Promise<string> {
  const { userId: ownerId } = await person()
  const id = await nameFor({ zone: 'vn', expiresAt, ownerId })
  await db().domain.update({ where: { id }, data: { violationSince } })
  const renewal = { ownerId, isAutomatic: false, requestedBy: `user:${ownerId}`, requestedAt: expiresAt }
  const { id: renewalId } = await db().renewal.create({ data: { id: newId(), ...renewal } })
  const item = await db().renewalItem.create({
    data: {
      ...{ id: newId(), renewalId, domainId: id, years: 1, phase: 'term', state: 'ASKED' },
      ...{ quotedUntil: expiresAt, oldExpiresAt: expiresAt, newExpiresAt: expiresAt },
    },
  })
  must(await inUnit(async (uow) => sendRenewal(uow, item, await domainOf(id))))
  return id
}

const refuse = async (id: string) => must(await inUnit((uow) => refuseRenewal(uow, id, 'no')))

async function kinds(id: string): Promise<string[]> {
  const rows = await db().registryCommand.findMany({
    where: { subjectId: id },
    orderBy: { sequence: 'asc' },
  })
  return rows.map(({ kind, state }) => `${kind} ${state}`)
}

test.each([
  ['R-NS-37 a violation stands', at('2026-12-01', '16:30'), ['domain-renew QUEUED', 'domain-hold QUEUED']],
  ['R-VN-07 nothing else bars it', null, ['domain-renew QUEUED']],
])(
  '%s: refused, the registry is asked again for what the name’s state wants',
  async (_case, since, expected) => {
    await setNow(database, at('2027-05-01', '10:00'))
    const id = await renewing(at('2027-06-05', '09:00'), since)
    await refuse(id)
    expect(await kinds(id)).toEqual(expected)
  },
)

test('R-NS-17 a suspension that fell due while the registry was asked is carried out and told', async () => {
  await setNow(database, at('2027-06-04', '10:00'))
  const id = await renewing(at('2027-06-05', '09:00'))
  await setNow(database, at('2027-06-09', '10:00'))
  await sweepDue.sweep()
  await noticesDue.sweep()
  expect(await db().message.count({ where: { subjectId: id } })).toBe(0)
  await refuse(id)
  await sweepDue.sweep()
  await noticesDue.sweep()
  expect((await domainOf(id)).status).toBe('SUSPENDED')
  const messages = await db().message.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })
  expect(messages.map(({ template }) => template)).toEqual(['renewal-refused', 'notice-suspended'])
})
