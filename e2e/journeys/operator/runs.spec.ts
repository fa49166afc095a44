/** The operator's sight of the sweep: a run that is under way, ended ones, and the coming 90 days. */
import { nameFor } from '@/lib/domains/names-under-test'
import { systemClock } from '@/lib/kernel/clock'
import { newId } from '@/lib/kernel/ids'
import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import { expectAccessible } from '../../accessible'
import { eventually } from '../../faults/story'
import { signedIn } from '../../people'
import { expect, test } from '../../portal'

test('the operator watches a run and the coming days', async ({ page, context, portal }) => {
  await signedIn(portal, context, 'OPERATOR')
  const now = await businessNow()
  await nameFor({ zone: 'vn', expiresAt: new Date(now.getTime() + 20 * 86_400_000) })
  const id = newId()
  const run = {
    startedAt: now,
    beganAt: systemClock.now(),
    due: 4000,
    done: 1000,
    failed: 0,
    steps: { suspend: 1000 },
  }
  await db().sweepRun.create({ data: { id, ...run } })
  await test.step('from the landing page to the runs; one is under way', async () => {
    await page.goto('/en/operator')
    await page.getByRole('link', { name: 'See the runs' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Runs of the sweep')
    await expect(page.getByText('1,000 done, 4,000 due')).toBeVisible()
    await expectAccessible(page)
  })
  await test.step('the page follows it by itself', async () => {
    await db().sweepRun.update({ where: { id }, data: { done: 2500, steps: { suspend: 2500 } } })
    await expect(page.getByText('2,500 done, 4,000 due')).toBeVisible()
    const done = { done: 4000, steps: { suspend: 4000 }, endedAt: systemClock.now() }
    await db().sweepRun.update({ where: { id }, data: done })
    await expect(page.getByText('Ended', { exact: true }).first()).toBeVisible()
    await expect(page.getByRole('link', { name: 'Look again' })).toHaveCount(0)
  })
  await test.step('one run whole', async () => {
    await page.goto(`/en/operator/runs/${id}`)
    await expect(page.getByText('Suspended', { exact: true })).toBeVisible()
    await expect(page.getByText('4,000', { exact: true }).first()).toBeVisible()
    await expectAccessible(page)
  })
  await test.step('the coming 90 days as a picture and as a table, by registry', async () => {
    await page.goto('/en/operator/runs')
    await expect(page.getByRole('img', { name: /to expire/ })).toBeVisible()
    await page.getByText('As a table').click()
    await expect(page.getByRole('table', { name: 'The coming 90 days' }).getByRole('row')).not.toHaveCount(1)
    await page.getByLabel('Registry').selectOption('VNNIC')
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page).toHaveURL(/registry=VNNIC/)
    await expectAccessible(page)
  })
})

test('R-NS-29 a term that ran out is swept by the worker, and its run tells what was done', async ({
  page,
  context,
  portal,
}) => {
  await signedIn(portal, context, 'OPERATOR')
  // Long enough ago for a work slot whatever the holidays, and not yet in reclaim processing.
  const id = await nameFor({
    zone: 'vn',
    expiresAt: new Date((await businessNow()).getTime() - 20 * 86_400_000),
  })
  const hold = await eventually('the suspension', () =>
    db().registryCommand.findFirst({ where: { subjectId: id, kind: 'domain-hold' } }),
  )
  expect((await db().domain.findUniqueOrThrow({ where: { id } })).status).toBe('SUSPENDED')
  await page.goto('/en/operator/runs')
  await page.locator(`a[href$="/operator/runs/${hold.runId}"]`).click()
  await expect(page).toHaveURL(new RegExp(`/operator/runs/${hold.runId}$`))
  await expect(page.getByText('Ended', { exact: true })).toBeVisible()
  for (const step of ['Expired', 'Suspended']) {
    await expect(page.getByText(step, { exact: true })).toBeVisible()
  }
  await expectAccessible(page)
})

test('a name without its next date is found among the exceptions', async ({ page, context, portal }) => {
  await signedIn(portal, context, 'OPERATOR')
  const id = await nameFor({
    zone: 'vn',
    expiresAt: new Date((await businessNow()).getTime() + 86_400_000 * 200),
  })
  const { nameUnicode } = await db().domain.update({ where: { id }, data: { nextTransitionAt: null } })
  await page.goto('/en/operator/exceptions?list=names')
  await expect(page.getByRole('row', { name: new RegExp(nameUnicode) })).toBeVisible()
  await expectAccessible(page)
})

test('nobody else finds the runs', async ({ page, context, portal }) => {
  await signedIn(portal, context, 'AGENT')
  for (const path of ['/en/operator/runs', `/en/operator/runs/${newId()}`]) {
    expect((await page.goto(path))?.status()).toBe(404)
  }
})
