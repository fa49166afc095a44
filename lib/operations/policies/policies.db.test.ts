import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calculateLife } from '@/lib/domains/calculator/calculator.query'
import { nameFor, setNow } from '@/lib/domains/names-under-test'
import { noticePlan } from '@/lib/domains/notices.rule'
import { nextChargeAfter } from '@/lib/domains/renew/auto-renew.rule'
import { sweepDue } from '@/lib/domains/sweep/sweep.job'
import type { UserActor } from '@/lib/kernel/actor'
import { systemClock } from '@/lib/kernel/clock'
import { localTime } from '@/lib/kernel/days'
import { newId } from '@/lib/kernel/ids'
import { must } from '@/lib/kernel/result'
import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import { type Command, execute } from '@/lib/platform/define-command'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { assumed } from '@/lib/policy/param'
import { zoneById } from '@/lib/policy/resolver'
import { lookAgain } from '@/lib/policy/versions/published.store'
import { runMigrations } from 'graphile-worker'
import { applyPolicyJob } from './apply.job'
import { changeDraft, draftVersion, patchDraft, withdrawDraft } from './draft.command'
import { draftView } from './policies.query'
import { publishVersion } from './publish.command'

const NOW = new Date('2026-12-01T12:00:00Z')
const ZONE = 'America/New_York'

let database: TestDatabase
let author: UserActor
let second: UserActor

const operator = async (): Promise<UserActor> => {
  const userId = newId()
  await db().user.create({
    data: { id: userId, email: `${userId}@example.com`, name: 'An operator', locale: 'en', createdAt: NOW },
  })
  const steppedUpAt = systemClock.now()
  return { kind: 'user', userId, roles: ['OPERATOR'], address: '', secondFactor: true, steppedUpAt }
}

beforeAll(async () => {
  database = await testDatabase()
  await runMigrations({ connectionString: database.url })
  author = await operator()
  second = await operator()
  await setNow(database, NOW)
})
afterAll(() => database.drop())

const run = <I, O, P>(command: Command<I, O, P>, input: unknown, by: UserActor = author) =>
  execute(command, input, { actor: by })
const refusalOf = async (result: Promise<{ ok: boolean; refusal?: { code: string } }>) =>
  (await result).refusal?.code

async function draft(zone: string, from: string, changes: unknown): Promise<string> {
  const base = zoneById(zone).versions[0]?.from.value
  return must(await run(draftVersion, { zone, base, from, reason: 'a decision', changes })).draftId
}

const hashOf = async (id: string) =>
  (await db().policyVersion.findUniqueOrThrow({ where: { id } })).contentHash
const publish = async (draftId: string, by: UserActor = second) =>
  run(publishVersion, { draftId, contentHash: await hashOf(draftId) }, by)
const longerGrace = { registry: { lifeAfterExpiry: { graceDays: 40 } } }
const datesOf = (id: string) => db().domain.findUniqueOrThrow({ where: { id } })

describe('a draft', () => {
  test('is refused on a day that is past, taken or malformed, and of a zone or base that is none', async () => {
    const base = '2020-01-01'
    const wanted = { zone: 'org', base, from: '2027-03-01', reason: 'x' }
    expect(await refusalOf(run(draftVersion, { ...wanted, from: '2026-12-01' }))).toBe('policy-from-past')
    expect(await refusalOf(run(draftVersion, { ...wanted, from: '2027-02-30' }))).toBe('input-invalid')
    expect(await refusalOf(run(draftVersion, { ...wanted, zone: 'zz' }))).toBe('not-found')
    expect(await refusalOf(run(draftVersion, { ...wanted, base: '2021-01-01' }))).toBe('not-found')
    must(await run(draftVersion, wanted))
    expect(await refusalOf(run(draftVersion, wanted))).toBe('policy-from-taken')
  })

  test('two at once on one day: one is made', async () => {
    const wanted = { zone: 'org', base: '2020-01-01', from: '2027-04-01', reason: 'x' }
    const made = await Promise.all([1, 2, 3].map(() => run(draftVersion, wanted)))
    expect(made.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('is changed by its author alone, by fields and by a patch, and stays valid', async () => {
    const draftId = await draft('in', '2027-03-01', {})
    const values = { 'registry.lifeAfterExpiry.graceDays': '35' }
    const change = { draftId, topic: 'life', values, reason: 'Registry notice', documentDate: '2026-10-01' }
    expect(await refusalOf(run(changeDraft, change, second))).toBe('policy-not-author')
    must(await run(changeDraft, change))
    const servers = '{"registry":{"nameServers":{"min":1,"max":9}}}'
    must(await run(patchDraft, { draftId, changes: servers, reason: 'y' }))
    const years = { registerMin: 1, registerMax: 99, renewMin: 1, renewMax: 9 }
    const looser = { registrar: { periods: assumed(years, 'a wish') } }
    const patch = { draftId, changes: JSON.stringify(looser), reason: 'y' }
    expect(await refusalOf(run(patchDraft, patch))).toBe('policy-fault-periods-looser')
    const bare = JSON.stringify({ registrar: { periods: years } })
    expect(await refusalOf(run(patchDraft, { ...patch, changes: bare }))).toBe('policy-fault-malformed')
    expect(await refusalOf(run(patchDraft, { ...patch, changes: '[]' }))).toBe('policy-json-invalid')
    const view = await draftView('in', draftId, author.userId)
    expect(view?.differences.map(({ topic }) => topic).sort()).toEqual([
      'lifeAfterExpiry-graceDays',
      'nameServers',
    ])
    expect(view?.version.registry.lifeAfterExpiry).toMatchObject({
      graceDays: { value: 35, grade: 'public: Registry notice, 2026-10-01' },
    })
  })

  test('that is withdrawn frees its day and stays on file unchanged', async () => {
    const draftId = await draft('in', '2027-05-01', longerGrace)
    must(await run(withdrawDraft, { draftId }, second))
    expect(await refusalOf(publish(draftId))).toBe('policy-not-draft')
    await draft('in', '2027-05-01', longerGrace)
    await expect(
      database.query(`UPDATE policy_version SET zone = 'us' WHERE id = $1`, [draftId]),
    ).rejects.toThrow('append-only')
  })
})

describe('publishing', () => {
  test('wants a second person, a proof of who acts, what was shown, and a difference', async () => {
    const draftId = await draft('us', '2027-03-01', longerGrace)
    expect(await refusalOf(publish(draftId, author))).toBe('policy-own-draft')
    const unproven = { ...second, steppedUpAt: undefined } as unknown as UserActor
    expect(await refusalOf(publish(draftId, unproven))).toBe('step-up-needed')
    const stale = { draftId, contentHash: 'a'.repeat(64) }
    expect(await refusalOf(run(publishVersion, stale, second))).toBe('policy-draft-changed')
    expect(await refusalOf(publish(await draft('us', '2027-04-01', {})))).toBe('policy-nothing-changed')
  })

  test('wants its day to be ahead still', async () => {
    const draftId = await draft('us', '2026-12-10', longerGrace)
    await setNow(database, new Date('2026-12-10T12:00:00Z'))
    expect(await refusalOf(publish(draftId))).toBe('policy-from-past')
    await setNow(database, NOW)
  })

  test('under names that live by another version is refused', async () => {
    const id = await nameFor({ zone: 'uk', expiresAt: new Date('2026-11-01T12:00:00Z') })
    await sweepDue.sweep()
    expect((await datesOf(id)).status).not.toBe('ACTIVE')
    const draftId = await draft('uk', '2027-01-01', { registry: { nameServers: { min: 1, max: 9 } } })
    await database.query('UPDATE domain SET expires_at = $2 WHERE id = $1', [id, '2027-02-01T00:00:00Z'])
    expect(await refusalOf(publish(draftId))).toBe('policy-version-used')
  })

  test('the published row never changes, whatever code runs', async () => {
    const draftId = await draft('eu', '2027-03-01', { registry: { lifeAfterExpiry: { redemptionDays: 50 } } })
    must(await publish(draftId))
    for (const sql of ['UPDATE policy_version SET "from" = \'2030-01-01\'', 'DELETE FROM policy_version']) {
      await expect(database.query(`${sql} WHERE id = $1`, [draftId])).rejects.toThrow('append-only')
    }
    await expect(
      database.query(
        `INSERT INTO policy_version (id, zone, "from", content, content_hash, state, author_id, authored_at,
          changed_at) VALUES ($1, 'eu', '2027-03-01', '{}', 'x', 'DRAFT', $1, now(), now())`,
        [newId()],
      ),
    ).rejects.toThrow('policy_version_one_from')
    await expect(
      database.query(
        `INSERT INTO policy_version (id, zone, "from", content, content_hash, state, author_id, authored_at,
          changed_at, approver_id, published_at)
         VALUES ($1, 'eu', '2028-03-01', '{}', 'x', 'PUBLISHED', $1, now(), now(), $1, now())`,
        [newId()],
      ),
    ).rejects.toThrow('policy_version_second_person')
  })
})

describe('a published version', () => {
  const before = new Date('2027-02-01T12:00:00Z')
  const after = new Date('2027-08-01T12:00:00Z')
  const released = (day: string) =>
    must(calculateLife('com', { expires: day })).events.find(({ kind }) => kind === 'released')?.legalDay

  test('rules the lives of expiries from its day on, and recomputes what it moves', async () => {
    const [early, late, renewing] = [
      await nameFor({ zone: 'com', expiresAt: before }),
      await nameFor({ zone: 'com', expiresAt: after }),
      await nameFor({ zone: 'com', expiresAt: after }),
    ]
    const old = zoneById('com')
    await database.query(`UPDATE domain SET auto_renew = 'CARD', next_charge_at = $2 WHERE id = $1`, [
      renewing,
      nextChargeAfter(old, after, NOW),
    ])
    const unmoved = await datesOf(early)
    const draftId = await draft('com', '2027-06-01', {
      ...longerGrace,
      registrar: {
        notices: { beforeExpiry: [120, 7] },
        autoRenewal: { noticeDays: 20, chargeDays: [10] },
      },
    })
    expect((await draftView('com', draftId, second.userId))?.effect).toMatchObject({
      ruled: 2,
      moved: 2,
      messages: 2,
      kinds: expect.arrayContaining([
        { kind: 'released', names: 2, least: 10, most: 10, lost: 0, gained: 0 },
        { kind: 'redemption', names: 2, least: 10, most: 10, lost: 0, gained: 0 },
      ]),
    })
    must(await publish(draftId))
    await businessNow()
    expect(zoneById('com').versions.map(({ from }) => from.value)).toEqual(['2020-01-01', '2027-06-01'])
    expect(released('2027-05-31')).toBe('2027-08-05')
    expect(released('2027-06-01')).toBe('2027-08-16')

    await applyPolicyJob.run({ versionId: draftId })
    expect(await datesOf(early)).toEqual(unmoved)
    const moved = await datesOf(late)
    expect(moved.nextNoticeAt).toEqual(noticePlan(zoneById('com'), after).find(({ at }) => at > NOW)?.at)
    expect(moved.nextNoticeAt).toEqual(localTime('2027-04-03', '09:00', ZONE))
    expect((await datesOf(renewing)).nextChargeAt).toEqual(localTime('2027-07-12', '09:00', ZONE))
    const view = await draftView('com', draftId, second.userId)
    expect(view).toMatchObject({
      state: 'PUBLISHED',
      effect: null,
      run: { due: 2, done: 2, moved: 2, failed: 0 },
    })
    expect(view?.run?.endedAt).toBeInstanceOf(Date)
    await applyPolicyJob.run({ versionId: draftId })
    expect(await datesOf(late)).toEqual(moved)
  })

  test('what another process publishes is seen at the next look', async () => {
    const stamp = zoneById('org').versions.length
    const content = {
      ...structuredClone(zoneById('org').versions[0]),
      from: zoneById('com').versions[1]?.from,
    }
    await database.query(
      `INSERT INTO policy_version (id, zone, "from", content, content_hash, state, author_id, authored_at,
        changed_at, approver_id, published_at)
       VALUES ($1, 'org', '2027-06-01', $2, 'x', 'PUBLISHED', $1, now(), now(), $3, now())`,
      [newId(), JSON.stringify(content), newId()],
    )
    expect(zoneById('org').versions).toHaveLength(stamp)
    lookAgain()
    await businessNow()
    expect(zoneById('org').versions).toHaveLength(stamp + 1)
  })
})
