/** A zone's next version: drafted by one operator, looked at and published by another, and true from its day on. */
import type { Page } from '@playwright/test'
import { nameFor } from '@/lib/domains/names-under-test'
import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import { expectAccessible } from '../../accessible'
import { eventually } from '../../faults/story'
import { signedIn } from '../../people'
import { expect, test } from '../../portal'
import { givePassword, stepUpByMail } from '../../step-up'

/** When a .us name with that expiry is released, as the public calculator tells it. */
async function releasedAfter(page: Page, expires: string): Promise<string> {
  const answer = await page.request.get(`/api/v1/zones/us/timeline?expires=${expires}`)
  const events = (await answer.json()) as { kind: string; legalDay: string }[]
  await page.goto(`/en/calculator?zone=us&expires=${expires}`)
  await expect(page.getByRole('row', { name: /Released/ }).first()).toBeVisible()
  return events.find(({ kind }) => kind === 'released')?.legalDay ?? ''
}

test('one operator drafts a longer grace, another sees what it changes and publishes it', async ({
  page,
  context,
  browser,
  portal,
}) => {
  test.setTimeout(180_000)
  // Other journeys may have moved the clock; of .us nobody else has a name.
  const year = (await businessNow()).getUTCFullYear() + 1
  const [lastBefore, from] = [`${year}-05-31`, `${year}-06-01`]
  const expiresAt = new Date(`${year}-08-01T12:00:00Z`)
  const domainId = await nameFor({ zone: 'us', expiresAt, nameAscii: 'grace-to-come.us' })
  const [oldBefore, oldAfter] = [await releasedAfter(page, lastBefore), await releasedAfter(page, from)]
  let address = ''

  await test.step('the author drafts it, without JavaScript', async () => {
    const plain = await browser.newContext({ baseURL: portal.urls.portal, javaScriptEnabled: false })
    await signedIn(portal, plain, 'OPERATOR')
    const author = await plain.newPage()
    await author.goto('/en/operator/policies')
    await author.getByRole('link', { name: '.us', exact: true }).click()
    await author.getByLabel('Holds from').fill('2020-02-02')
    await author.getByLabel('Why from that day').fill('The registry allows 45 days')
    await author.getByRole('button', { name: 'Make the draft' }).click()
    await expect(author.getByText(/A version begins in the future/).first()).toBeVisible()
    await author.getByLabel('Holds from').fill(from)
    await author.getByRole('button', { name: 'Make the draft' }).click()
    await expect(author.getByText('The draft is made.')).toBeVisible()
    await author.getByText('Life after expiry', { exact: true }).click()
    await author.getByLabel('Days of grace').fill('40')
    const life = author.locator('form', { has: author.getByLabel('Days of grace') })
    await life.getByLabel('What states it').fill('The registry allows 45 days')
    await life.getByRole('button', { name: 'Change the draft' }).click()
    await expect(author.getByText('The draft is changed.')).toBeVisible()
    await expect(author.getByText('You drafted it. Another operator publishes it.')).toBeVisible()
    address = new URL(author.url()).pathname
    await plain.close()
  })

  const second = await signedIn(portal, context, 'OPERATOR')
  await givePassword(second.userId)
  await test.step('another operator sees the difference and what it would change', async () => {
    await page.goto(address)
    await expect(page.getByRole('row', { name: /Days of grace 30 .* 40 / })).toBeVisible()
    await expect(page.getByText('Dates of 1 name would move')).toBeVisible()
    await expect(page.getByRole('row', { name: /grace-to-come\.us/ })).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('publishes it with a proof of who acts', async () => {
    await page.getByRole('button', { name: 'Publish this version' }).click()
    await stepUpByMail(page, portal.mailbox, `${second.userId}@example.com`)
    await expect(page.getByText('The version is published.')).toBeVisible()
    const versionId = address.split('/').at(-1) ?? ''
    await eventually('the recomputation', () =>
      db().policyRun.findFirst({ where: { versionId, endedAt: { not: null } } }),
    )
    await page.goto(address)
    await expect(page.getByText('Recomputed: 1 of 1')).toBeVisible()
    expect((await db().domain.findUniqueOrThrow({ where: { id: domainId } })).status).toBe('ACTIVE')
  })

  await test.step('the calculator tells the new date from its day on, and the old one before', async () => {
    expect(await releasedAfter(page, lastBefore)).toBe(oldBefore)
    const released = await releasedAfter(page, from)
    expect(released).not.toBe(oldAfter)
    expect(released).toBe(`${year}-08-16`)
    await page.goto('/en/operator/policies/us')
    await expect(page.getByText('2 versions side by side').first()).toBeVisible()
    await expectAccessible(page)
  })
})

test('the list of values tells what is only assumed', async ({ page, context, portal }) => {
  await signedIn(portal, context, 'OPERATOR')
  await page.goto('/en/operator/policies')
  await expectAccessible(page)
  await page.getByLabel('Rests on').selectOption({ label: 'A public document' })
  await page.getByLabel('Contains').fill('ICANN')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('row', { name: /Days of redemption \.com/ })).toBeVisible()
  await expect(page.getByText('ICANN Expired Registration Recovery Policy, 2013-08-31').first()).toBeVisible()
})
