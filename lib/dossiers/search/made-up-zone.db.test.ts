/** A new zone is one data object and one entry of the list: nothing else knows it, and everything shows it. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { zoneJson } from '@/lib/domains/calculator/api'
import { calculateLife, calculateQuote, extensionNamed } from '@/lib/domains/calculator/calculator.query'
import { calculatorView } from '@/lib/domains/calculator/calculator-page.query'
import { lookUpName } from '@/lib/domains/lookup/lookup.query'
import { nameView } from '@/lib/domains/manage/name.query'
import { nameFor } from '@/lib/domains/names-under-test'
import {
  ask,
  domainOf,
  owner as registrant,
  pay,
  RenewalsUnderTest,
  send,
} from '@/lib/domains/renew/renewals-under-test'
import { sweepDue } from '@/lib/domains/sweep/sweep.job'
import { newId } from '@/lib/kernel/ids'
import { money } from '@/lib/kernel/money'
import { canonicalName } from '@/lib/kernel/names'
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import {
  extensionGroups,
  extensionLines,
  extensionRows,
  extensionView,
  registriesServed,
} from '@/lib/policy/extension.query'
import { quoteRenewal } from '@/lib/policy/fees.rule'
import { versionAt, zoneOf } from '@/lib/policy/resolver'
import { registrySays } from '../dossiers-under-test'
import { extensionPage } from './start.query'
import { searchView } from './search.query'

vi.mock('@/lib/policy/zones', async (original) => {
  const { ZONES } = await original<typeof import('@/lib/policy/zones')>()
  const { afterPayment, suffix } = await import('@/lib/policy/zones/after-payment')
  const { assumed, byRule } = await import('@/lib/policy/param')
  const ATLANTIS = afterPayment({
    zone: 'atlantis',
    registry: 'Registry of Atlantis',
    country: 'DK',
    timeZone: 'Atlantic/Azores',
    suffixes: [suffix('atlantis', false), suffix('com.atlantis', false)],
    prices: { currency: 'EUR', registration: 12_00, renewal: 7_00, transfer: 5_00, redemption: 99_00 },
    life: {
      kind: 'redemption',
      graceDays: assumed(10, 'made up'),
      redemptionDays: assumed(20, 'made up'),
      pendingDeleteDays: assumed(3, 'made up'),
    },
    suspended: assumed(true, 'made up'),
    terms: { originalLanguage: byRule('da', 'R-HO-11'), links: [] },
  })
  return { ZONES: [...ZONES, ATLANTIS] }
})

const NOW = new Date('2026-03-02T03:00:00Z')
const EXPIRES = new Date('2027-03-02T12:00:00Z')
const NAME = 'poseidon.atlantis'

let under: RenewalsUnderTest
beforeAll(async () => {
  under = await RenewalsUnderTest.start()
})
afterAll(() => under.stop())

const found = () => must(zoneOf(must(canonicalName(NAME))))

describe('a made-up zone', () => {
  test('is found by the search with its price, its needs and its future', async () => {
    registrySays('free')
    const view = await searchView(NAME, NOW)
    if (view.kind !== 'free') throw new Error(`the search says ${view.kind}`)
    expect(view.answer).toMatchObject({ suffix: 'atlantis', firstYear: money(12_00, 'EUR') })
    expect(view.offer).toMatchObject({
      registry: 'Registry of Atlantis',
      needs: [],
      timeZone: 'Atlantic/Azores',
    })
    expect(view.offer.prices).toHaveLength(10)
    expect(view.offer.life.events.map((event) => event.kind)).toContain('redemption')
  })

  test('stands in the table of extensions, on the start page, and has a page of its own', async () => {
    const rows = extensionRows(NOW, { registry: 'Registry of Atlantis' })
    expect(rows.map((row) => row.suffix)).toEqual(['atlantis', 'com.atlantis'])
    expect(registriesServed()).toContain('Registry of Atlantis')
    expect(extensionLines(rows)).toHaveLength(2)
    expect(extensionGroups(NOW).some((group) => group.registry === 'Registry of Atlantis')).toBe(true)
    expect(extensionView('com.atlantis', NOW)?.fees).toMatchObject({
      first: money(12_00, 'EUR'),
      redemption: { amount: money(99_00, 'EUR') },
    })
    const page = await extensionPage('atlantis')
    expect(page?.notices.map((notice) => notice.kind)).toContain('last-day-in')
  })

  test('is calculated, and the API tells of it', () => {
    const asked = { zone: 'atlantis', expires: '2027-03-02', registered: '', hour: '12:00' }
    const view = calculatorView(asked, NOW)
    if (view.kind !== 'life') throw new Error(`the calculator says ${view.kind}`)
    expect(view.dates.map(({ event }) => `${event.kind} ${event.legalDay}`)).toEqual([
      'renewal-invited 2027-02-02',
      'expires 2027-03-02',
      'suspended 2027-03-02',
      'redemption 2027-03-13',
      'last-day-to-renew 2027-04-01',
      'pending-delete 2027-04-02',
      'released 2027-04-05',
    ])
    expect(zoneJson(must(extensionNamed('com.atlantis')), NOW)).toMatchObject({ policy: 'atlantis' })
    const restore = must(calculateQuote('atlantis', { name: 'poseidon', operation: 'restore' }, NOW))
    expect(restore.map((line) => line.kind)).toEqual(['maintenance', 'redemption'])
  })

  test('R-NS-28 R-HO-10 its renewals have their price in each phase', () => {
    const version = versionAt(found().zone, EXPIRES)
    const quote = (phase: 'term' | 'grace' | 'redemption') =>
      must(quoteRenewal(found(), version, { years: 2, phase, at: NOW })).map((line) => line.amount.minor)
    expect([quote('term'), quote('grace'), quote('redemption')]).toEqual([[1400n], [1400n], [1400n, 9900n]])
  })

  test('R-VN-07 R-HO-10 a name in redemption is paid with the fee, restored and renewed at its registry', async () => {
    await under.setNow(NOW)
    const holder = await registrant()
    const { id, name } = await under.name(holder, 'atlantis', EXPIRES)
    await under.setNow(new Date('2027-03-20T00:00:00Z'))
    await sweepDue.sweep()
    await send(id)
    const { items } = await ask(holder, [{ domainId: id, years: 2 }])
    await pay(holder, items)
    await send(id)
    const renewed = new Date('2029-03-02T12:00:00Z')
    expect(await domainOf(id)).toMatchObject({ status: 'ACTIVE', expiresAt: renewed })
    expect(await under.registryExpiry(name)).toEqual(renewed)
    const invoice = await db().invoice.findUniqueOrThrow({ where: { id: items[0]?.invoiceId ?? '' } })
    expect(invoice).toMatchObject({ status: 'PAID', total: 2n * 7_00n + 99_00n, currency: 'EUR' })
  })

  test('its names live their life in the sweep, as their timeline promised', async () => {
    const owner = newId()
    const id = await nameFor({ zone: 'atlantis', expiresAt: EXPIRES, nameAscii: NAME, ownerId: owner })
    await under.setNow(new Date('2027-03-20T00:00:00Z'))
    await sweepDue.sweep()
    expect(must(await lookUpName(NAME, 'test')).status).toBe('REDEMPTION')
    expect((await nameView(owner, NAME))?.timeline.map((event) => event.kind)).toEqual([
      'last-day-to-renew',
      'pending-delete',
      'released',
    ])
    await under.setNow(new Date('2027-05-01T00:00:00Z'))
    await sweepDue.sweep()
    const happened = await db().domainEvent.findMany({ where: { domainId: id }, orderBy: { version: 'asc' } })
    const dates = new Map(
      must(calculateLife('atlantis', { expires: '2027-03-02T11:00:00-01:00' })).events.map((event) => [
        event.at.toISOString(),
        event.kind,
      ]),
    )
    const steps = happened.slice(3).map(({ to, data }) => ({ to, dueAt: dueAt(data) }))
    expect(steps.map(({ to }) => to)).toEqual([
      'EXPIRED',
      'SUSPENDED',
      'REDEMPTION',
      'PENDING_DELETE',
      'RELEASED',
    ])
    expect(steps.every((step) => dates.has(step.dueAt))).toBe(true)
  })
})

function dueAt(data: unknown): string {
  return typeof data === 'object' && data !== null && 'dueAt' in data ? String(data.dueAt) : ''
}
