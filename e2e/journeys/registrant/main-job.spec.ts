import { expect, type Page } from '@playwright/test'
import { toTheFront } from '@/lib/dossiers/dossiers-under-test'
import { newId } from '@/lib/kernel/ids'
import { db } from '@/lib/platform/db'
import { test } from '../../portal'
import { signedIn } from '../../people'
import {
  applyFor,
  fileIt,
  handIn,
  HOLDER,
  type Look,
  lookWithAxe,
  noLook,
  openAccount,
  payNow,
  signInWithPassword,
} from './applying'

async function review(page: Page, name: string, look: Look): Promise<void> {
  await page.goto('/en/desk')
  await look(page)
  // Dossiers of other journeys may wait here too.
  const { id } = await db().dossier.findFirstOrThrow({ where: { nameAscii: name, status: 'FILED' } })
  await toTheFront(id)
  await page.getByRole('button', { name: 'Take the next dossier' }).click()
  await expect(page.getByRole('region', { name: 'Declaration and decision' })).toContainText(name)
  await look(page)
  await page.getByRole('button', { name: 'Accept document' }).click()
  await expect(page.getByText('Accepted').first()).toBeVisible()
  await page.getByLabel('Number on the copy').fill(HOLDER.number)
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(page.getByText('equals the declared one')).toBeVisible()
  await page.getByRole('button', { name: 'Accept the dossier' }).click()
  await expect(page.getByText('The dossier is accepted.')).toBeVisible()
}

async function moveClockTo(page: Page, target: string): Promise<void> {
  await page.goto('/en/operator/clock')
  await page.getByLabel('New time').fill(target)
  await page.getByRole('button', { name: 'Move the clock' }).click()
  await expect(async () => {
    await page.goto('/en/operator/clock')
    await expect(page.getByText('Under way')).toHaveCount(0, { timeout: 200 })
  }).toPass()
}

for (const withScript of [true, false]) {
  const title = withScript ? 'from a search to a registered name' : 'the same without JavaScript @nojs'
  test(title, async ({ page, browser, portal }) => {
    test.setTimeout(240_000)
    const look = withScript ? lookWithAxe : noLook
    const name = `hanh-${newId().slice(-10)}.vn`
    const email = `${newId()}@example.com`

    await test.step('1 search: free, with price, terms and documents before any sign-up', async () => {
      await page.goto('/en')
      await look(page)
      await page.getByLabel('Name to search for').fill(name)
      await page.getByRole('button', { name: 'Search' }).click()
      await expect(page.getByRole('heading', { name: new RegExp(name) })).toBeVisible()
      await expect(page.getByText('Documents you will be asked for')).toBeVisible()
      await look(page)
    })
    await test.step('2 sign up, declare, hand in, file', async () => {
      await openAccount(page, email, () => portal.mailbox.link(email, /Confirm your mail address/), look)
      await page.goto(`/en/search?name=${name}`)
      await page.getByRole('link', { name: 'Apply' }).click()
      await signInWithPassword(page, email)
      await applyFor(page, look)
      await handIn(page, withScript ? 'pdf' : 'jpeg', withScript)
      await fileIt(page, look)
    })
    await test.step('3 an agent reviews and accepts', async () => {
      const context = await browser.newContext({ baseURL: portal.urls.portal, javaScriptEnabled: true })
      await signedIn(portal, context, 'AGENT')
      await review(await context.newPage(), name, lookWithAxe)
      await context.close()
    })
    await test.step('4 payment on the provider’s page arrives by webhook', async () => {
      await page.goto('/en/applications')
      await look(page)
      await page.getByRole('link', { name }).click()
      await payNow(page, look)
      await expect(async () => {
        await page.reload()
        await expect(page.getByText(/Paid/).first()).toBeVisible({ timeout: 500 })
      }).toPass()
      await look(page)
    })
    await test.step('5 held, then allotted in the next work slot after 24 hours', async () => {
      await page.goto('/en/names')
      await look(page)
      await page.getByRole('link', { name }).first().click()
      await expect(page.getByText(/Held/).first()).toBeVisible()
      await look(page)
      const context = await browser.newContext({ baseURL: portal.urls.portal, javaScriptEnabled: true })
      await signedIn(portal, context, 'OPERATOR')
      const operator = await context.newPage()
      await operator.goto('/en/operator/clock')
      await moveClockTo(operator, daysOn(await clockOf(operator), 6))
      await context.close()
      await portal.mailbox.find(email, /is yours/)
    })
    await test.step('6 the name, its dates, and the public look-up', async () => {
      await page.goto(`/en/names/${name}`)
      await expect(page.getByText('Expires').first()).toBeVisible()
      await look(page)
      const rdap = await page.request.get(`/rdap/domain/${name}`)
      expect(rdap.headers()['content-type']).toBe('application/rdap+json')
      expect(rdap.headers()['access-control-allow-origin']).toBe('*')
      expect(await rdap.json()).toMatchObject({
        objectClassName: 'domain',
        ldhName: name,
        status: ['active'],
      })
      expect(await rdap.text()).not.toContain(HOLDER.name)
      await page.goto(`/en/lookup?name=${name}`)
      await expect(page.getByText('ns1.parking.tenure.example')).toBeVisible()
      await look(page)
    })
  })
}

/** The business clock as the operator's page tells it, as a local day in Vietnam. */
async function clockOf(page: Page): Promise<string> {
  const text = await page.getByText(/The business clock stands at/).innerText()
  const [, day, month, year] = /(\d{1,2}) (\w{3})\w* (\d{4})/.exec(text) ?? []
  return new Date(`${day} ${month} ${year} 12:00 UTC`).toISOString().slice(0, 10)
}

function daysOn(day: string, days: number): string {
  const at = new Date(`${day}T12:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return `${at.toISOString().slice(0, 10)}T17:00`
}
