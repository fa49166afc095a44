/** A registrant's second factor: set up, asked at sign-in, lost, made anew, removed; also without script. */
import { expect, type Page } from '@playwright/test'
import { person } from '@/lib/dossiers/dossiers-under-test'
import { systemClock } from '@/lib/kernel/clock'
import { totpCode } from '@/lib/people/totp.rule'
import { db } from '@/lib/platform/db'
import { expectAccessible } from '../../accessible'
import { test } from '../../portal'
import { givePassword, STEP_UP_PASSWORD, stepUpByMail } from '../../step-up'

async function typePassword(page: Page, email: string): Promise<void> {
  await page.goto('/en/sign-in?next=/profile')
  await page.getByLabel('Mail address').fill(email)
  await page.getByLabel('Password').fill(STEP_UP_PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Types the code that the demonstration shows, anew when its half minute ran out meanwhile. */
async function typeShownCode(page: Page, button: string): Promise<void> {
  const code = (await page.getByTestId('demo-code').innerText()).trim()
  await page.getByLabel('Code', { exact: true }).fill(code)
  await page.getByRole('button', { name: button }).click()
}

/** The recovery codes that are shown this one time. */
async function shownCodes(page: Page): Promise<string[]> {
  await expect(page.getByText('Keep these recovery codes now')).toBeVisible()
  return page.getByRole('main').locator('ol li.tabular-nums').allInnerTexts()
}

for (const withScript of [true, false]) {
  test(`a second factor from set-up to removal${withScript ? '' : ', without JavaScript @nojs'}`, async ({
    page,
    portal,
  }) => {
    test.setTimeout(240_000)
    const look = withScript ? expectAccessible : async () => undefined
    const { userId } = await person()
    await givePassword(userId)
    const { email } = await db().user.findUniqueOrThrow({ where: { id: userId } })
    let codes: string[] = []

    await test.step('setting it up wants a proof; the first code turns it on', async () => {
      await typePassword(page, email)
      await page.getByRole('link', { name: 'Set it up' }).click()
      await look(page)
      await page.getByRole('button', { name: 'Make a secret' }).click()
      await stepUpByMail(page, portal.mailbox, email, { withAxe: withScript })
      await expect(page.getByText('Secret for your authenticator app')).toBeVisible()
      await look(page)
      const uri = await page.getByRole('link', { name: 'Open in the authenticator app' }).getAttribute('href')
      const secret = new URL(uri!).searchParams.get('secret')!
      await page.getByLabel('Code', { exact: true }).fill(totpCode(secret, systemClock.now()))
      await page.getByRole('button', { name: 'Turn it on' }).click()
      codes = await shownCodes(page)
      expect(codes).toHaveLength(10)
      await look(page)
      await page.getByRole('link', { name: 'I have kept them' }).click()
      await expect(page.getByText('Your second factor is set up.')).toBeVisible()
      await portal.mailbox.find(email, /^Your second factor is set up$/)
    })
    await test.step('the password alone opens nothing any more', async () => {
      await page.context().clearCookies()
      await typePassword(page, email)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Second factor')
      await look(page)
      for (const path of ['/en/profile', '/en/names', '/en/credit']) {
        await page.goto(path)
        await expect(page).toHaveURL(/\/en\/sign-in\/code\?next=/)
      }
      await page.goto('/en/sign-in/code?next=/profile')
      await expect(async () => {
        await page.reload()
        await typeShownCode(page, 'Go on')
        await expect(page).toHaveURL(/\/en\/profile$/, { timeout: 3000 })
      }).toPass()
    })
    await test.step('a recovery code stands in for it, once', async () => {
      await page.context().clearCookies()
      await typePassword(page, email)
      await page.getByLabel('Code', { exact: true }).fill(codes[0]!)
      await page.getByRole('button', { name: 'Go on' }).click()
      await expect(page).toHaveURL(/\/en\/profile$/)
      await page.getByRole('link', { name: 'Look at it' }).click()
      await expect(page.getByText('9 recovery codes are left.', { exact: false })).toBeVisible()
      await look(page)
    })
    await test.step('new recovery codes; then it is removed by password', async () => {
      await db().session.updateMany({ where: { userId }, data: { steppedUpAt: null } })
      await page.getByRole('button', { name: 'Make new recovery codes' }).click()
      await expect(page.getByText('Confirm that it is you')).toBeVisible()
      await look(page)
      await page.getByLabel('Code', { exact: true }).fill(codes[1]!)
      await page.getByRole('button', { name: 'Confirm and go on' }).click()
      expect(await shownCodes(page)).not.toContain(codes[2])
      await page.goto('/en/profile/second-factor')
      await page.getByLabel('Password', { exact: true }).fill('not the password')
      await page.getByRole('button', { name: 'Remove the second factor' }).click()
      await expect(page.getByText('The current password is wrong.').first()).toBeVisible()
      await page.getByLabel('Password', { exact: true }).fill(STEP_UP_PASSWORD)
      await page.getByRole('button', { name: 'Remove the second factor' }).click()
      await expect(page.getByText('Your second factor is removed.')).toBeVisible()
      await portal.mailbox.find(email, /^Your second factor is removed$/)
    })
  })
}
