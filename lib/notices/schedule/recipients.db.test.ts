import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { nameFor, setNow } from '@/lib/domains/names-under-test'
import { noticePlan, type NoticeKind } from '@/lib/domains/notices.rule'
import { person } from '@/lib/dossiers/dossiers-under-test'
import { localTime } from '@/lib/kernel/days'
import { newId } from '@/lib/kernel/ids'
import { db } from '@/lib/platform/db'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { zoneById } from '@/lib/policy/resolver'
import { renderMessage } from '../render'
import { noticesDue } from './notice.job'

const VN = 'Asia/Ho_Chi_Minh'
let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const EXPIRY = localTime('2029-06-02', '00:00', VN)

/** A name with contacts in roles, each a mail address. */
async function aName(contacts: Readonly<Record<string, string>>, zone = 'vn', expiresAt = EXPIRY) {
  const owner = await person()
  await db().user.update({ where: { id: owner.userId }, data: { locale: 'vi' } })
  const id = await nameFor({ zone, expiresAt, ownerId: owner.userId })
  for (const [role, email] of Object.entries(contacts)) {
    const data = { name: `The ${role}`, email }
    await db().domainContact.create({
      data: {
        ...{ id: newId(), domainId: id, role, handle: newId(), data },
        changedAt: EXPIRY,
        registered: true,
      },
    })
  }
  return { id, owner: `${owner.userId}@example.com`, userId: owner.userId }
}

const rows = (subjectId: string) =>
  db().message.findMany({ where: { subjectId }, orderBy: { address: 'asc' } })

/** Tells a kind of notice of a name, on its day. */
async function tell(kind: NoticeKind, zone = 'vn', expiresAt = EXPIRY): Promise<void> {
  const notice = noticePlan(zoneById(zone), expiresAt).find((entry) => entry.kind === kind)
  await setNow(database, new Date((notice?.at.getTime() ?? 0) + 1000))
  while ((await noticesDue.sweep()) > 0);
}

describe('R-NS-16 R-NS-17 a notice goes to the account and to the name’s own contacts', () => {
  beforeEach(() => setNow(database, localTime('2029-01-01', '10:00', VN)))

  test.each<[string, Record<string, string>, string[]]>([
    ['other addresses', { registrant: 'r@x.example', admin: 'a@x.example' }, ['a@x.example', 'r@x.example']],
    ['one address twice', { registrant: 'Same@x.example', admin: 'same@x.example' }, ['Same@x.example']],
    ['nobody who may lose it', { tech: 't@x.example', billing: 'b@x.example' }, []],
    ['no usable address', { registrant: ' ', admin: 'nothing' }, []],
  ])('R-NS-17 %s', async (_case, contacts, expected) => {
    const { id, owner } = await aName(contacts)
    await tell('renewal-invited')
    await tell('renewal-invited')
    const sent = await rows(id)
    expect(sent.map(({ address }) => address).sort()).toEqual([owner, ...expected].sort())
    expect(
      sent.every(({ state, template }) => state === 'QUEUED' && template === 'notice-renewal-invited'),
    ).toBe(true)
  })

  test('R-NS-17 the account’s own address gets it once, in whatever letters', async () => {
    const { id, owner } = await aName({})
    const data = { name: 'Self', email: owner.toUpperCase() }
    await db().domainContact.create({
      data: {
        ...{ id: newId(), domainId: id, role: 'admin', handle: newId(), data },
        changedAt: EXPIRY,
        registered: true,
      },
    })
    await tell('renewal-invited')
    expect((await rows(id)).map(({ address }) => address)).toEqual([owner])
  })

  test('R-NS-17 a contact without an account reads the holder’s language, one with an account their own', async () => {
    const known = await person()
    const address = `${known.userId}@example.com`
    await db().user.update({ where: { id: known.userId }, data: { locale: 'da', emailVerified: EXPIRY } })
    const { id, userId } = await aName({ registrant: address, admin: '0@x.example' })
    await tell('renewal-invited')
    const byAddress = new Map((await rows(id)).map((row) => [row.address, row]))
    expect(byAddress.get(address)).toMatchObject({ locale: 'da', userId: null })
    expect(byAddress.get('0@x.example')).toMatchObject({ locale: 'vi', userId: null })
    expect(byAddress.get(`${userId}@example.com`)).toMatchObject({ locale: 'vi', userId })
    const row = byAddress.get(address)
    const params = row?.params as Record<string, string>
    const mail = await renderMessage({ ...row!, params, recipient: params.recipient ?? '' }, 'http://p')
    expect(mail.text).toContain('Kære The registrant')
    expect(mail.text).toContain('Du får denne besked som kontakt for')
  })

  test('R-NS-27 who declined early reminders gets none, by account or by address; the invitation all the same', async () => {
    const { id, userId, owner } = await aName({ registrant: 'Off@x.example', admin: 'on@x.example' })
    await db().user.update({ where: { id: userId }, data: { earlyNotices: false } })
    await db().declinedNotice.create({ data: { address: 'off@x.example', declinedAt: EXPIRY } })
    await tell('expires-in')
    expect((await rows(id)).map(({ address }) => address)).toEqual(['on@x.example'])
    await tell('renewal-invited')
    const invited = (await rows(id)).filter(({ template }) => template === 'notice-renewal-invited')
    expect(invited.map(({ address }) => address).sort()).toEqual(
      ['Off@x.example', owner, 'on@x.example'].sort(),
    )
  })
})

describe('a notice quotes what a renewal costs on its day', () => {
  const COM = new Date('2031-05-10T12:00:00Z')
  const text = async (id: string, template: string, locale = 'en') => {
    const row = await db().message.findFirstOrThrow({
      where: { subjectId: id, template, userId: { not: null } },
    })
    const params = row.params as Record<string, string>
    return (await renderMessage({ ...row, locale, params, recipient: '' }, 'http://p')).text
  }

  test('R-VN-08 the yearly fee in a reminder', async () => {
    const { id } = await aName({})
    await tell('renewal-invited')
    expect(await text(id, 'notice-renewal-invited')).toMatch(/today for 1 year costs ₫350,000\./)
  })

  test('R-HO-04 R-HO-10 renewal and redemption fee when redemption begins; nothing when all is over', async () => {
    const { id } = await aName({}, 'com', COM)
    await tell('redemption', 'com', COM)
    const row = await db().message.findFirstOrThrow({
      where: { subjectId: id, template: 'notice-redemption', userId: { not: null } },
    })
    const { minor, feeMinor, currency } = row.params as Record<string, string>
    expect([BigInt(minor ?? 0) > BigInt(feeMinor ?? 0), BigInt(feeMinor ?? 0) > 0n, currency]).toEqual([
      ...[true, true, 'USD'],
    ])
    expect(await text(id, 'notice-redemption')).toMatch(
      /you pay US\$\d+\.\d\d: the renewal for 1 year, and the redemption fee of US\$\d+\.\d\d/,
    )
    expect(await text(id, 'notice-redemption')).toContain('always sent')
    await tell('released', 'com', COM)
    expect(await text(id, 'notice-released')).not.toContain('$')
  })

  test('R-NS-37 no price where a violation bars the renewal', async () => {
    const { id } = await aName({})
    await db().domain.update({ where: { id }, data: { violationSince: EXPIRY } })
    await tell('renewal-invited')
    expect(await text(id, 'notice-renewal-invited')).not.toContain('₫')
  })
})
