/** What went wrong and waits for an operator: real money that nobody can attribute, a review left lying, and more. */
import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { nameFor } from '@/lib/domains/names-under-test'
import { completeDraft, file, freshName, person, registrySays } from '@/lib/dossiers/dossiers-under-test'
import { systemClock } from '@/lib/kernel/clock'
import { newId } from '@/lib/kernel/ids'
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { setAside } from '@/lib/platform/stuck-work.store'
import { expectAccessible } from '../../accessible'
import { eventually } from '../../faults/story'
import { signedIn } from '../../people'
import { type Portal, test } from '../../portal'
import { takeThis } from '../../security/scene'

/** Somebody pays on the provider's own page, under a reference that is not the portal's. */
async function payAstray(page: Page, portal: Portal, amount: number, reference: string): Promise<string> {
  const { SANDBOX_PAY_URL, SANDBOX_PAY_KEY } = portal.env
  const opened = await fetch(`${SANDBOX_PAY_URL}/v1/checkouts`, {
    method: 'POST',
    headers: { authorization: `Bearer ${SANDBOX_PAY_KEY}`, 'idempotency-key': randomUUID() },
    body: JSON.stringify({
      ...{ amount: String(amount), currency: 'VND', description: 'Maintenance fee', reference, locale: 'en' },
      returnUrl: `${portal.urls.portal}/en`,
    }),
  })
  const { url } = (await opened.json()) as { url: string }
  await page.goto(url)
  await page.getByRole('button', { name: /^Pay/ }).first().click()
  await expect(page.getByText(/was paid|paid/i).first()).toBeVisible()
  const event = await eventually('the stray payment', () =>
    db().providerEvent.findFirst({
      where: { outcome: 'unattributed', payload: { path: ['data', 'reference'], equals: reference } },
    }),
  )
  return event.id
}

const outcomeOf = async (id: string) => (await db().providerEvent.findUnique({ where: { id } }))?.outcome

test('R-NS-31 money of unknown origin is attributed to an invoice, or returned', async ({
  page,
  context,
  portal,
}) => {
  registrySays('free')
  const payer = await person()
  const { invoiceId } = must(await file(payer, await completeDraft(payer, freshName())))
  const { number, total } = await db().invoice.findUniqueOrThrow({ where: { id: invoiceId } })
  const [known, unknown] = [`PHI TEN MIEN ${randomUUID()}`, `CHUYEN KHOAN ${randomUUID()}`]
  const knownId = await payAstray(page, portal, Number(total), known)
  const unknownId = await payAstray(page, portal, 120_000, unknown)
  await signedIn(portal, context, 'OPERATOR')

  await test.step('the landing page and the navigation count it', async () => {
    await page.goto('/en/operator')
    await expectAccessible(page)
    await expect(page.getByRole('navigation').getByRole('link', { name: /^Exceptions \d+$/ })).toBeVisible()
    await page.getByRole('link', { name: 'Money of unknown origin' }).click()
    await expect(page.getByRole('row', { name: new RegExp(known) })).toBeVisible()
    await expectAccessible(page)
  })
  await test.step('it is attributed by the invoice’s number; a wrong one is refused and nothing is lost', async () => {
    const row = page.getByRole('row', { name: new RegExp(known) })
    await row.getByText('Attribute to an invoice').click()
    await row.getByLabel('Number of the invoice').fill('INV-0')
    await row.getByLabel('Reason').first().fill('The customer phoned with the receipt.')
    await row.getByRole('button', { name: 'Attribute the money' }).click()
    await expect(row.getByText('There is no invoice of this number.', { exact: false }).first()).toBeVisible()
    await expectAccessible(page)
    await expect(row.getByLabel('Reason').first()).toHaveValue('The customer phoned with the receipt.')
    await row.getByLabel('Number of the invoice').fill(number)
    await row.getByRole('button', { name: 'Attribute the money' }).click()
    await expect(page.getByText('The money is attributed, and the invoice is paid.')).toBeVisible()
    expect((await db().invoice.findUniqueOrThrow({ where: { id: invoiceId } })).status).toBe('PAID')
    expect(await outcomeOf(knownId)).toBe('attributed')
  })
  await test.step('the other is returned to its sender', async () => {
    const row = page.getByRole('row', { name: new RegExp(unknown) })
    await row.getByText('Return to the sender').click()
    await row.getByLabel('Reason').last().fill('Nobody claims it.')
    await row.getByRole('button', { name: 'Return the money' }).click()
    await expect(page.getByText('The money is on its way back to the sender.')).toBeVisible()
    await expect.poll(() => outcomeOf(unknownId)).toBe('returned')
    await page.getByRole('link', { name: 'Decided' }).click()
    await expect(page.getByRole('row', { name: new RegExp(unknown) })).toContainText('Nobody claims it.')
    await expectAccessible(page)
  })
})

test('a review left lying is put back by the operator; another agent takes one over', async ({
  page,
  context,
  browser,
  portal,
}) => {
  registrySays('free')
  const [owner, first] = [await person(), await person('AGENT')]
  const name = freshName()
  const dossierId = await completeDraft(owner, name)
  must(await file(owner, dossierId))
  const lie = async (minutes: number) => {
    const reviewTouchedAt = new Date(systemClock.now().getTime() - minutes * 60_000)
    await db().dossier.update({ where: { id: dossierId }, data: { reviewTouchedAt } })
  }
  await takeThis(first, dossierId)
  await test.step('an agent sees who has it, and takes it over after half an hour', async () => {
    const desk = await browser.newContext({ baseURL: portal.urls.portal })
    await signedIn(portal, desk, 'AGENT')
    const second = await desk.newPage()
    await second.goto(`/en/desk/${dossierId}`)
    await expect(second.getByText(/has it since/)).toBeVisible()
    await expect(second.getByRole('button', { name: 'Take it over' })).toBeDisabled()
    await expectAccessible(second)
    await lie(31)
    await second.reload()
    await second.getByRole('button', { name: 'Take it over' }).click()
    await expect(second.getByText('Refuse the dossier', { exact: true })).toBeVisible()
    await expectAccessible(second)
    await desk.close()
  })
  await test.step('an operator puts it back', async () => {
    await lie(31)
    await signedIn(portal, context, 'OPERATOR')
    await page.goto('/en/operator/exceptions?list=reviews')
    await expectAccessible(page)
    await page
      .getByRole('row', { name: new RegExp(name) })
      .getByRole('button', { name: /^Put it back/ })
      .click()
    await expect(page.getByText('The dossier is back in the queue, at its place.')).toBeVisible()
    expect((await db().dossier.findUniqueOrThrow({ where: { id: dossierId } })).status).toBe('FILED')
  })
})

test('R-NS-37 an effect that the registry refused waits for the operator, and is sent again', async ({
  page,
  context,
  portal,
}) => {
  await signedIn(portal, context, 'OPERATOR')
  const now = systemClock.now()
  const id = await nameFor({ zone: 'vn', expiresAt: new Date(now.getTime() + 200 * 86_400_000) })
  const { nameAscii } = await db().domain.update({ where: { id }, data: { violationSince: now } })
  const refused = { code: 2305, message: 'Object association prohibits operation' }
  const { id: refusedId } = await db().registryCommand.create({
    data: {
      ...{ id: newId(), registry: 'VNNIC', kind: 'domain-hold', subjectType: 'domain', subjectId: id },
      ...{
        sequence: 1,
        payload: { name: nameAscii },
        state: 'REFUSED',
        attempts: 1,
        queuedAt: now,
        ...refused,
      },
    },
  })
  await page.goto('/en/operator/exceptions?list=registry')
  await expectAccessible(page)
  await page
    .getByRole('row', { name: new RegExp(nameAscii) })
    .getByRole('button', { name: /^Send again/ })
    .click()
  await expect(page.getByText('The command is on its way to the registry again.')).toBeVisible()
  await expectAccessible(page)
  expect(await db().registryCommand.findUnique({ where: { repeatsId: refusedId } })).toMatchObject({
    kind: 'domain-hold',
    subjectId: id,
  })
})

test('due work that was set aside is listed with what was wrong, and tried at once', async ({
  page,
  context,
  portal,
}) => {
  await signedIn(portal, context, 'OPERATOR')
  const inAnHour = new Date(systemClock.now().getTime() + 3_600_000)
  const id = await nameFor({ zone: 'vn', expiresAt: inAnHour })
  const { nameAscii } = await db().domain.findUniqueOrThrow({ where: { id } })
  const stuck = { work: 'domains.charge', subjectId: id }
  await setAside(stuck.work, id, new Error('the provider answered with something unreadable'))
  await db().stuckWork.updateMany({ where: stuck, data: { retryAt: inAnHour } })
  await page.goto('/en/operator/exceptions?list=work')
  const row = page.getByRole('row', { name: new RegExp(nameAscii) })
  await expect(row).toContainText('Automatic renewal')
  await expect(row).toContainText('something unreadable')
  await expectAccessible(page)
  await row.getByRole('button', { name: /^Try at once/ }).click()
  await expect(page.getByText('The work is being tried again.')).toBeVisible()
  await expect.poll(() => db().stuckWork.count({ where: stuck })).toBe(0)
  await page.goto('/en/operator/exceptions?list=work')
  await expect(row).toHaveCount(0)
})

test('nobody else finds the exceptions', async ({ page, context, portal }) => {
  await signedIn(portal, context, 'AGENT')
  for (const path of ['/en/operator', '/en/operator/exceptions']) {
    expect((await page.goto(path))?.status()).toBe(404)
  }
})
