import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@/lib/kernel/ids'
import type { RegistryGateway } from '../gateway'
import { createHolder, PASSWORD, type RegistryUnderTest, startRegistryUnderTest } from './registry-under-test'

let registry: RegistryUnderTest
let gateway: RegistryGateway
let holder: string

beforeAll(async () => {
  registry = await startRegistryUnderTest()
  gateway = registry.gateway()
  holder = await createHolder(gateway)
})
afterAll(() => registry.stop())

async function fault(name: string, kind: string, detail: { reason?: string; delayMs?: number } = {}) {
  await registry.db.query(
    'insert into sandbox_registry.fault (name, kind, remaining, reason, delay_ms) values ($1, $2, 1, $3, $4)',
    [name, kind, detail.reason, detail.delayMs ?? 0],
  )
}

const create = (name: string, through = gateway, clTRID = newId()) =>
  through.createDomain(clTRID, { name, years: 1, registrant: holder })

async function logged(clTRID: string): Promise<number[]> {
  const { rows } = await registry.db.query<{ code: number }>(
    'select code from sandbox_registry.command_log where cl_trid = $1',
    [clTRID],
  )
  return rows.map((row) => row.code)
}

test('50 sessions create one name at once: one 1000, the others 2302', async () => {
  const gateways = Array.from({ length: 50 }, () => registry.gateway({ poolSize: 1 }))
  const outcomes = await Promise.all(gateways.map((one) => create('tranh.vn', one)))
  const codes = outcomes.map((outcome) => ('code' in outcome ? outcome.code : outcome.cause)).sort()
  expect(codes).toEqual([1000, ...Array.from({ length: 49 }, () => 2302)])
  await Promise.all(gateways.map((one) => one.close()))
})

test('a lost answer is unknown, and info settles that the name was created', async () => {
  await fault('mat.vn', 'lose-answer')
  const clTRID = newId()
  expect(await create('mat.vn', gateway, clTRID)).toMatchObject({ kind: 'unknown' })
  expect(await gateway.infoDomain('mat.vn')).toMatchObject({ kind: 'done', value: { sponsor: 'tenure' } })
  expect(await logged(clTRID)).toEqual([1000])
})

test('a command lost before it was carried out is unknown, info says so, and it can be sent again', async () => {
  await fault('roi.vn', 'drop-before')
  const clTRID = newId()
  expect(await create('roi.vn', gateway, clTRID)).toMatchObject({ kind: 'unknown' })
  expect(await gateway.infoDomain('roi.vn')).toMatchObject({ kind: 'refused', code: 2303 })
  expect(await create('roi.vn', gateway, clTRID)).toMatchObject({ kind: 'done' })
})

test('a prepared refusal tells its reason, once', async () => {
  await fault('cam.vn', 'refuse', { reason: 'court order' })
  expect(await create('cam.vn')).toMatchObject({ kind: 'refused', code: 2306, reason: 'court order' })
  expect(await create('cam.vn')).toMatchObject({ kind: 'done' })
})

test('an answer that comes too late is unknown', async () => {
  const hasty = registry.gateway({ timeoutMs: 1_500 })
  expect(await hasty.infoDomain('vnexpress.vn')).toMatchObject({ kind: 'done' })
  await fault('cham.vn', 'delay', { delayMs: 4_000 })
  expect(await create('cham.vn', hasty)).toEqual({ kind: 'unknown', cause: 'no answer in time' })
})

test('what was answered outlives the end of the server, and the gateway finds its way back', async () => {
  const names = Array.from({ length: 30 }, (_, i) => `ben${i}.vn`)
  const answered: string[] = []
  const work = names.map(async (name) => {
    const outcome = await create(name)
    if (outcome.kind === 'done') answered.push(name)
    return outcome.kind
  })
  await Promise.race(work)
  await registry.restart()
  const kinds = new Set(await Promise.all(work))
  expect(['done', 'unknown', 'unsent']).toEqual(expect.arrayContaining([...kinds]))
  for (const name of answered) expect(await gateway.infoDomain(name)).toMatchObject({ kind: 'done' })
  expect(answered.length).toBeGreaterThan(0)
})

test('the registry outlives the loss of its database connections', async () => {
  const names = Array.from({ length: 60 }, (_, i) => `dut${i}.vn`)
  let ended = false
  const cutting = (async () => {
    while (!ended) {
      await registry.db.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
      )
    }
  })()
  const outcomes = await Promise.all(names.map((name) => create(name)))
  ended = true
  await cutting
  expect(outcomes.some((outcome) => outcome.kind !== 'done')).toBe(true)
  for (const [i, name] of names.entries()) {
    const there = (await gateway.infoDomain(name)).kind === 'done'
    if (outcomes[i]?.kind === 'done') expect(there).toBe(true)
    else if (!there) expect(await create(name)).toMatchObject({ kind: 'done' })
  }
})

test('wrong password, wrong authority and a closed port are unsent', async () => {
  const attempts = {
    password: registry.gateway({ password: 'not-the-password' }),
    authority: registry.gateway({ ca: undefined }),
    port: registry.gateway({ port: 1 }),
  }
  expect(await create('x1.vn', attempts.password)).toMatchObject({
    kind: 'unsent',
    cause: expect.stringContaining('2200'),
  })
  expect(await create('x1.vn', attempts.authority)).toMatchObject({ kind: 'unsent' })
  expect(await create('x1.vn', attempts.port)).toMatchObject({ kind: 'unsent' })
})

test('200 commands share one session, and frames in the journal hold no secrets', async () => {
  const frames: string[] = []
  const one = registry.gateway({ poolSize: 1, pipeline: 16, onFrame: (_direction, xml) => frames.push(xml) })
  const names = Array.from({ length: 200 }, (_, i) => `song-song-${i}.vn`)
  const outcomes = await Promise.all(names.map((name) => one.check([name])))
  expect(outcomes.map((outcome) => outcome.kind === 'done' && outcome.value[0]?.name)).toEqual(names)
  expect(frames.filter((frame) => frame.includes('<login>'))).toHaveLength(1)
  await one.createDomain(newId(), { name: 'bimat.vn', years: 1, registrant: holder, authInfo: 'm&ật <khẩu>' })
  const all = frames.join('')
  expect(all).not.toContain(PASSWORD)
  expect(all).not.toContain('khẩu')
  await one.close()
  expect(await one.check(['a1.vn'])).toEqual({ kind: 'unsent', cause: 'the gateway is closed' })
})

test('text that EPP cannot carry is refused before anything is sent', async () => {
  const outcome = await gateway.updateContact(newId(), { id: holder, email: 'a\u0000@example.com' })
  expect(outcome).toMatchObject({ kind: 'refused', code: 2005 })
})
