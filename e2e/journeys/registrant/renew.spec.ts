/** Renewing: one name, many with one payment, and one in its grace with the surcharge. */
import { expect, type Page } from '@playwright/test'
import { nameFor } from '@/lib/domains/names-under-test'
import { person } from '@/lib/dossiers/dossiers-under-test'
import type { UserActor } from '@/lib/kernel/actor'
import { newId } from '@/lib/kernel/ids'
import { must } from '@/lib/kernel/result'
import { moveClock } from '@/lib/operations/move-clock.command'
import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { registryGateway } from '@/lib/registry/connect'
import { eventually } from '../../faults/story'
import { expectAccessible } from '../../accessible'
import { signedIn } from '../../people'
import { test } from '../../portal'
import { registeredName } from '../../security/scene'

const DAY = 86_400_000

/** Pays on the provider's page, from the link that the renewal shows, and comes back to the renewal. */
async function payThere(page: Page, { keepCard = false } = {}): Promise<void> {
  await page.getByRole('link', { name: /on the payment page/ }).click()
  if (keepCard) await page.getByLabel('Keep this card for later payments').check()
  await page.getByRole('button', { name: /^Pay/ }).first().click()
  await page.getByRole('link', { name: 'Back to the merchant' }).click()
  await expect(page).toHaveURL(/\/renewals\//)
}

/** Looks again until every name of the renewal is renewed. */
async function expectRenewed(page: Page, count: number): Promise<void> {
  const table = page.getByRole('table', { name: 'Names' })
  await expect(async () => {
    await page.reload()
    await expect(table.getByText('Renewed', { exact: true })).toHaveCount(count, { timeout: 500 })
  }).toPass()
}

/** A name of the portal's and the registry's with a term that ends so many days from now. */
async function nameWithTerm(owner: UserActor, zone: string, days: number): Promise<string> {
  const now = await businessNow()
  const id = await nameFor({ zone, expiresAt: new Date(now.getTime() + days * DAY), ownerId: owner.userId })
  const { nameAscii: name } = await db().domain.findUniqueOrThrow({ where: { id } })
  const holder = newId().slice(-16)
  await registryGateway().createContact(newId(), {
    id: holder,
    postal: { name: 'Nguyễn Văn Thử', street: ['12 Lê Lợi'], city: 'TP. Hồ Chí Minh', country: 'VN' },
    voice: '+84912345678',
    email: 'thu@example.com',
  })
  const made = await registryGateway().createDomain(newId(), { name, years: 1, registrant: holder })
  if (made.kind !== 'done') throw new Error(JSON.stringify(made))
  await db().domain.update({ where: { id }, data: { registryExpiresAt: made.value.expiresAt ?? null } })
  return name
}

async function renewOne(page: Page, name: string): Promise<void> {
  await page.goto(`/en/names/${name}`)
  await page.getByRole('link', { name: 'Renew this name' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Renew ${name}`)
}

test('one name is renewed, and the card is kept for renewing by itself', async ({
  page,
  context,
  portal,
}) => {
  test.setTimeout(240_000)
  const owner = await signedIn(portal, context)
  const { name } = await registeredName(owner, await person('AGENT'))
  await renewOne(page, name)
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Renew 2 years for/ }).click()
  await expect(page).toHaveURL(/\/renewals\//)
  await expectAccessible(page)
  await payThere(page, { keepCard: true })
  await expectRenewed(page, 1)
  await expectAccessible(page)
  await page.goto(`/en/names/${name}/renew`)
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('radio', { name: /Card ending in 1111/ })).toBeEnabled({ timeout: 500 })
  }).toPass()
  await page.getByRole('radio', { name: /Card ending in 1111/ }).check()
  await page.getByRole('button', { name: 'Keep this choice' }).click()
  await expect(page.getByText('Next step on')).toBeVisible()
  await page.goto('/en/credit')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Remove the card ending in 1111' }).click()
  await expect(page.getByText('No card is kept.', { exact: false })).toBeVisible()
})

test('one name is renewed without JavaScript @nojs', async ({ page, context, portal }) => {
  test.setTimeout(240_000)
  const owner = await signedIn(portal, context)
  const { name } = await registeredName(owner, await person('AGENT'))
  await renewOne(page, name)
  await page.getByRole('button', { name: /^Renew 1 year for/ }).click()
  await expect(page).toHaveURL(/\/renewals\//)
  await payThere(page)
  await expectRenewed(page, 1)
})

test('three names are renewed with one payment; one that cannot be is told of', async ({
  page,
  context,
  portal,
}) => {
  test.setTimeout(240_000)
  const owner = await signedIn(portal, context)
  const names: string[] = []
  for (let count = 0; count < 4; count++) names.push(await nameWithTerm(owner, 'vn', 365))
  const barred = names[3] ?? ''
  await db().domain.updateMany({
    where: { nameAscii: barred },
    data: { violationSince: await businessNow() },
  })
  await page.goto('/en/names')
  for (const name of names) await page.getByLabel(`Choose ${name}`).check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Renew the chosen names' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Renew names')
  await expect(page.getByText(`${barred} is suspended for a violation`, { exact: false })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel(`Years for ${names[0]}`).selectOption('2')
  await page.getByRole('button', { name: /^Renew 3 names for/ }).click()
  await expect(page).toHaveURL(/\.2/)
  await page
    .getByRole('button', { name: /^Renew 3 names for ₫1,400,000|^Renew 3 names for .*1[.,]400[.,]000/ })
    .click()
  await expect(page).toHaveURL(/\/renewals\//)
  await payThere(page)
  await expectRenewed(page, 3)
})

test('in its grace a .ro name is renewed with the surcharge', async ({ page, context, portal }) => {
  test.setTimeout(240_000)
  const owner = await signedIn(portal, context)
  const name = await nameWithTerm(owner, 'ro', 365)
  const { id, expiresAt } = await db().domain.findUniqueOrThrow({ where: { openName: name } })
  const target = new Date((expiresAt?.getTime() ?? 0) + 5 * DAY).toISOString()
  must(await execute(moveClock, { target }, { actor: { kind: 'setup' } }))
  await eventually(
    'the suspension',
    async () => (await db().domain.findUnique({ where: { id } }))?.status === 'SUSPENDED',
  )
  await eventually('the clock', async () => (await businessNow()) >= new Date(target))
  await renewOne(page, name)
  await expect(page.getByText('Expired, in grace')).toBeVisible()
  await expect(page.getByText('Reactivation').filter({ visible: true }).first()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Renew 1 year for/ }).click()
  await payThere(page)
  await expectRenewed(page, 1)
  expect((await db().domain.findUniqueOrThrow({ where: { id } })).status).toBe('ACTIVE')
})
