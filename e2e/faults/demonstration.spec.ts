import { execute } from '@/lib/platform/define-command'
import { tellStory } from '@/lib/cli/stack/demonstration'
import { checkBooks } from '@/lib/billing/ledger/check'
import { moveClock } from '@/lib/operations/move-clock.command'
import { readProgress } from '@/lib/operations/demonstration.store'
import { db } from '@/lib/platform/db'
import { expect, startPortal, test as base, type Portal } from '../portal'
import { signedIn } from '../people'

/** A portal whose story is still to be told. */
const test = base.extend<object, { portal: Portal }>({
  portal: [
    async ({}, provide) => {
      const { portal, stop } = await startPortal({ inUse: true })
      await provide(portal)
      await stop()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
})

/** What there is of each kind, in the portal and with the two that stand for the world outside. */
async function census() {
  const [dossiers, domains, outside] = await Promise.all([
    db().dossier.groupBy({ by: ['status'], _count: true }),
    db().domain.groupBy({ by: ['status'], _count: true }),
    db().$queryRaw<Record<string, number>[]>`
      SELECT (SELECT count(*)::int FROM sandbox_pay.payment) AS "paidThere",
        (SELECT count(*)::int FROM sandbox_registry.domain d JOIN domain o ON o.name_ascii = d.name) AS "registeredThere",
        (SELECT count(*)::int FROM payment) AS payments, (SELECT count(*)::int FROM invoice) AS invoices,
        (SELECT count(*)::int FROM document) AS documents, (SELECT count(*)::int FROM message) AS messages`,
  ])
  return {
    dossiers: Object.fromEntries(dossiers.map((row) => [row.status, row._count])),
    domains: Object.fromEntries(domains.map((row) => [row.status, row._count])),
    ...outside[0],
  }
}

const COMPLETE = {
  dossiers: {
    ...{ DRAFT: 1, FILED: 4, IN_REVIEW: 1, ACTION_NEEDED: 1, ACCEPTED: 2, COMPLETED: 3 },
    ...{ REFUSED: 1, WITHDRAWN: 1, LAPSED: 1 },
  },
  domains: { HELD: 1, ACTIVE: 3 },
  ...{ paidThere: 6, registeredThere: 3, payments: 6, invoices: 14 },
}

test('the demonstration loads whole, once, though it is killed on the way', async ({
  page,
  context,
  portal,
}) => {
  test.setTimeout(300_000)
  await test.step('killed in the middle; until it is there the clock is not the operator’s', async () => {
    const first = tellStory(portal.env)
    await expect.poll(async () => (await readProgress(db()))?.done, { timeout: 120_000 }).toBeGreaterThan(7)
    process.kill(first.pid!, 'SIGKILL')
    await first.done
    const target = new Date('2100-01-01').toISOString()
    expect(await execute(moveClock, { target }, { actor: { kind: 'setup' } })).toMatchObject({
      ok: false,
      refusal: { code: 'demonstration-loading' },
    })
  })
  await test.step('the next one carries on, and ends at the present', async () => {
    expect(await tellStory(portal.env).done).toBe(0)
    expect(await census()).toMatchObject(COMPLETE)
    expect(await db().demoClock.findUniqueOrThrow({ where: { id: 1 } })).toMatchObject({ offsetMs: 0n })
    expect(await checkBooks(db())).toEqual([])
  })
  await test.step('another one adds nothing', async () => {
    const before = await census()
    expect(await tellStory(portal.env).done).toBe(0)
    expect(await census()).toEqual(before)
  })
  await test.step('the desk has work, a registrant has names', async () => {
    await signedIn(portal, context, 'AGENT')
    await page.goto('/en/desk')
    await expect(page.getByText('4 dossiers wait')).toBeVisible()
    await expect(page.getByRole('link', { name: 'gốm-xanh.vn' })).toBeVisible()
    const flowers = await page.request.get('/rdap/domain/tiem-hoa-mai.vn')
    expect(await flowers.json()).toMatchObject({ objectClassName: 'domain', status: ['active'] })
  })
})
