/** Orders on names at the desk: a violation from suspension to lifting, and an authority's order by two persons. */
import { expect, type Page } from '@playwright/test'
import { person } from '@/lib/dossiers/dossiers-under-test'
import { must } from '@/lib/kernel/result'
import { moveClock } from '@/lib/operations/move-clock.command'
import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { expectAccessible } from '../../accessible'
import { signedIn, signIn } from '../../people'
import { test } from '../../portal'
import { registeredName } from '../../security/scene'
import { givePassword, stepUpByMail } from '../../step-up'

const nameRow = (name: string) => db().domain.findFirstOrThrow({ where: { nameAscii: name } })

async function moveDays(days: number): Promise<void> {
  const target = new Date((await businessNow()).getTime() + days * 86_400_000).toISOString()
  const { moveId } = must(await execute(moveClock, { target }, { actor: { kind: 'setup' } }))
  await expect
    .poll(async () => (await db().clockMove.findUnique({ where: { id: moveId } }))?.finishedAt, {
      timeout: 120_000,
    })
    .not.toBeNull()
}

/** Fills one of the two forms of the page for new orders. */
async function enter(
  page: Page,
  form: 'suspend' | 'reclaim',
  reason: string,
  urgency: string,
): Promise<void> {
  await page.locator(`#${form}-reason`).selectOption(reason)
  await page.locator(`#${form}-reference`).fill('A05-17/2026')
  await page.locator(`#${form}-urgency`).selectOption(urgency)
  const button = form === 'suspend' ? 'Suspend the name' : 'Enter the reclaim'
  await page.getByRole('button', { name: button }).click()
}

test('R-NS-37 a violation: suspended, re-examined after 30 days, lifted', async ({
  page,
  context,
  browser,
  portal,
}) => {
  test.setTimeout(300_000)
  const owner = await person()
  const agent = await signedIn(portal, context, 'AGENT')
  const { name } = await registeredName(owner, agent)
  await test.step('a form without its answers keeps what was typed and says what is missing', async () => {
    await page.goto(`/en/desk/orders/new?name=${name}`)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Suspend the name' }).click()
    await expect(page.getByText('Fill in this field.').first()).toBeVisible()
    await expect(page.locator('#suspend-name')).toHaveValue(name)
    await expectAccessible(page)
  })
  await test.step('suspended at once, at the registry too', async () => {
    await enter(page, 'suspend', 'phishing', 'at-once')
    await expect(page.getByText('The order is entered.')).toBeVisible()
    await expect.poll(async () => (await nameRow(name)).violationSince).not.toBeNull()
    const { id } = await nameRow(name)
    await expect
      .poll(
        async () =>
          (await db().registryCommand.findFirst({ where: { subjectId: id, kind: 'domain-hold' } }))?.state,
      )
      .toBe('DONE')
    await page.reload()
    await expect(page.getByText('Carried out', { exact: true }).first()).toBeVisible()
    await expect(page.getByText(/The re-examination is due on/)).toBeVisible()
    await expectAccessible(page)
  })
  await test.step('its holder is told', async () => {
    await portal.mailbox.find(
      `${owner.userId}@example.com`,
      new RegExp(`${name} is suspended for a violation`),
    )
    const visit = await browser.newContext({ baseURL: portal.urls.portal })
    await signIn(portal, visit, owner)
    const own = await visit.newPage()
    await own.goto('/en/names')
    await expect(
      own.getByRole('row', { name: new RegExp(`${name} Suspended for a violation`) }),
    ).toBeVisible()
    await expectAccessible(own)
    await own.goto(`/en/names/${name}`)
    await expect(own.getByText('Suspended for a violation', { exact: true })).toBeVisible()
    await expectAccessible(own)
    await own.goto(`/en/lookup?name=${name}`)
    await expect(own.getByText('Suspended', { exact: true })).toBeVisible()
    await expectAccessible(own)
    await visit.close()
  })
  await test.step('after 30 days it is to be re-examined, and is lifted', async () => {
    await moveDays(31)
    await page.goto('/en/desk/orders?tab=reexamine')
    await expectAccessible(page)
    await page.getByRole('link', { name }).click()
    await expect(page.getByText(/The re-examination is due on/)).toHaveCount(0)
    await page.locator('#lift-note').fill('The page is gone.')
    await page.locator('#lift-urgency').selectOption('at-once')
    await page.getByRole('button', { name: 'Lift the suspension' }).click()
    await expect(page.getByText('The order is entered.')).toBeVisible()
    await expect.poll(async () => (await nameRow(name)).violationSince).toBeNull()
    await page.goto('/en/desk/orders?tab=done')
    await expect(page.getByRole('row', { name: new RegExp(name) })).toHaveCount(2)
  })
})

test('R-NS-36 an authority’s order: entered by one agent, confirmed by an operator', async ({
  page,
  context,
  browser,
  portal,
}) => {
  test.setTimeout(300_000)
  const owner = await person()
  const agent = await signedIn(portal, context, 'AGENT')
  const { name } = await registeredName(owner, agent)
  await page.goto(`/en/desk/orders/new?name=${name}`)
  await enter(page, 'reclaim', 'court-judgment', 'at-once')
  await expect(
    page.getByText('You entered this order, so another agent or an operator confirms it.'),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'Confirm the reclaim' })).toHaveCount(0)
  await expectAccessible(page)
  const desk = await browser.newContext({ baseURL: portal.urls.portal })
  const operator = await signedIn(portal, desk, 'OPERATOR')
  await givePassword(operator.userId)
  const second = await desk.newPage()
  await test.step('the operator confirms, with a proof of who they are', async () => {
    await second.goto('/en/desk/orders')
    await second.getByRole('link', { name }).click()
    await expect(second.getByText(`${name} is deleted at the registry within minutes`)).toBeVisible()
    await expectAccessible(second)
    await second.getByRole('button', { name: 'Confirm the reclaim' }).click()
    await stepUpByMail(second, portal.mailbox, `${operator.userId}@example.com`)
    await expect(second.getByText('The reclaim is confirmed.')).toBeVisible()
  })
  await test.step('the name is free again', async () => {
    await expect.poll(async () => (await nameRow(name)).status).toBe('RELEASED')
    await portal.mailbox.find(`${owner.userId}@example.com`, new RegExp(`${name} was reclaimed`))
    const { id } = await nameRow(name)
    await expect
      .poll(
        async () =>
          (await db().registryCommand.findFirst({ where: { subjectId: id, kind: 'domain-release' } }))?.state,
      )
      .toBe('DONE')
  })
  await desk.close()
})
