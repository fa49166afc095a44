/** Accounts: wrong passwords, resets, sessions, language and light, and the second factor of staff. */
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '@/lib/cli/stack/accounts'
import { newId } from '@/lib/kernel/ids'
import { expectAccessible } from '../../accessible'
import { account, PASSWORD, typeSignIn } from '../../people'
import { type Portal, test } from '../../portal'
import { stepUpByMail } from '../../step-up'

const NEW_PASSWORD = 'another sentence to remember'
const NO_FIT = /^Mail address and password do not fit together/

async function signInAs(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/en/sign-in?next=/profile')
  await typeSignIn(page, email, password)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Profile')
}

/** Another browser, signed in with a password. */
async function otherBrowser(
  browser: Browser,
  portal: Portal,
  email: string,
): Promise<[BrowserContext, Page]> {
  const context = await browser.newContext({ baseURL: portal.urls.portal })
  const page = await context.newPage()
  await signInAs(page, email, PASSWORD)
  return [context, page]
}

async function expectSignedOut(page: Page): Promise<void> {
  await page.goto('/en/profile')
  await expect(page).toHaveURL(/\/en\/sign-in\?next=/)
}

test('a wrong password is refused, and after ten tries every password', async ({ page }) => {
  const email = await account()
  await page.goto('/en/sign-in')
  await expectAccessible(page)
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    await typeSignIn(page, email, `wrong ${attempt}`)
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeEnabled()
    await expect(page.getByText(NO_FIT)).toBeVisible()
    await expect(page.getByLabel('Mail address')).toHaveValue(email)
    await expect(page.getByLabel('Password')).toHaveValue('')
  }
  await expectAccessible(page)
  await typeSignIn(page, email, PASSWORD)
  await expect(page.getByText(/^Too many tries. Wait (15|14) minutes and try again/)).toBeVisible()
  await expectAccessible(page)
  await page.goto('/en/sign-in')
  await typeSignIn(page, await account(), PASSWORD)
  await page.waitForURL(/\/en\/names$/)
})

test('nobody learns by the sign-in who has an account', async ({ page }) => {
  await page.goto('/en/sign-in')
  await typeSignIn(page, `${newId()}@example.com`, PASSWORD)
  await expect(page.getByText(NO_FIT)).toBeVisible()
})

test('a reset by mail sets a new password, once, and ends every session', async ({
  page,
  browser,
  portal,
}) => {
  const email = await account()
  const [other, elsewhere] = await otherBrowser(browser, portal, email)
  await page.goto('/en/sign-in')
  await page.getByRole('link', { name: 'Set a new password' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set a new password')
  await expectAccessible(page)
  await page.getByLabel('Mail address').fill(email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByText('If the address has an account, a link is on its way to it.')).toBeVisible()
  await expectAccessible(page)
  const link = await portal.mailbox.link(email, /Set a new password/)
  await page.goto(link)
  await expectAccessible(page)
  await page.getByLabel('New password').fill('too short')
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(page.getByText('Use at least 12 characters', { exact: false }).first()).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('New password').fill(NEW_PASSWORD)
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(page.getByText('The new password is set. Sign in with it.')).toBeVisible()
  await expectSignedOut(elsewhere)
  await portal.mailbox.find(email, /Your password was changed/)
  await page.goto(link)
  await page.getByLabel('New password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(page.getByText('This link was used already or is too old.', { exact: false })).toBeVisible()
  await page.goto('/en/sign-in')
  await typeSignIn(page, email, PASSWORD)
  await expect(page.getByText(NO_FIT)).toBeVisible()
  await signInAs(page, email, NEW_PASSWORD)
  await other.close()
})

test('a changed password ends the other sessions; signing out everywhere ends all', async ({
  page,
  browser,
  portal,
}) => {
  const email = await account()
  const [first, elsewhere] = await otherBrowser(browser, portal, email)
  await signInAs(page, email, PASSWORD)
  await expectAccessible(page)
  await expect(page.getByRole('table', { name: 'Open sessions' }).getByText('this one')).toHaveCount(1)
  await page.getByLabel('Current password').fill('not the password')
  await page.getByLabel('New password').fill(NEW_PASSWORD)
  await page.getByRole('button', { name: 'Change the password' }).click()
  await stepUpByMail(page, portal.mailbox, email, { password: PASSWORD })
  await expect(page.getByText('The current password is wrong.').first()).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Current password').fill(PASSWORD)
  await page.getByLabel('New password').fill(NEW_PASSWORD)
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByText('The new password is set. All other sessions have ended.')).toBeVisible()
  await expectSignedOut(elsewhere)
  await signInAs(elsewhere, email, NEW_PASSWORD)
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page.getByText('You are signed out on every device.')).toBeVisible()
  await expectSignedOut(page)
  await expectSignedOut(elsewhere)
  await first.close()
})

test('one other session can be ended, and signing out ends this one', async ({ page, browser, portal }) => {
  const email = await account()
  const [other, elsewhere] = await otherBrowser(browser, portal, email)
  await signInAs(page, email, PASSWORD)
  const rows = page.getByRole('table', { name: 'Open sessions' }).getByRole('row')
  await expect(rows).toHaveCount(3)
  await rows
    .filter({ hasNotText: 'this one' })
    .getByRole('button', { name: /^Sign out/ })
    .click()
  await expect(page.getByText('That session has ended.')).toBeVisible()
  await expectSignedOut(elsewhere)
  const cookies = await page.context().cookies()
  await page.goto('/en/sign-out')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page.getByText('You are signed out.')).toBeVisible()
  await page.context().addCookies(cookies)
  await expectSignedOut(page)
  await other.close()
})

test('language and light are kept', async ({ page, browser, portal }) => {
  const email = await account()
  await signInAs(page, email, PASSWORD)
  await page.getByLabel('Language of pages and mails').selectOption('da')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'da')
  await expect(page).toHaveURL(/\/da\/profile/)
  await expectAccessible(page)
  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'da')
  await page.goto('/en/profile')
  await page.getByRole('button', { name: 'Dark', exact: true }).first().click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.goto('/en/lookup')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.getByRole('button', { name: 'Dark', exact: true }).first()).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expectAccessible(page)
  await page.getByRole('button', { name: 'As the system is set' }).first().click()
  await expect(page.locator('html')).not.toHaveAttribute('data-theme')
  // In another browser the language is known from the account once one signs in.
  const other = await browser.newContext({ baseURL: portal.urls.portal })
  const elsewhere = await other.newPage()
  await elsewhere.goto('/en/sign-in')
  await typeSignIn(elsewhere, email, PASSWORD)
  await elsewhere.waitForURL(/\/da\/names$/)
  await expect(elsewhere.locator('html')).toHaveAttribute('lang', 'da')
  await other.close()
})

test('staff pass the second factor with the shown code; a used code is refused', async ({
  page,
  browser,
  portal,
}) => {
  test.setTimeout(180_000)
  const { email } = DEMO_ACCOUNTS.find((entry) => entry.email === 'agent@tenure.example')!
  await page.goto('/en/sign-in?next=/desk')
  await typeSignIn(page, email, DEMO_PASSWORD)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Second factor')
  await expectAccessible(page)
  await page.getByLabel('Code').fill('12345')
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByText('The code has six digits.').first()).toBeVisible()
  const used = await passCode(page)
  await expect(page).toHaveURL(/\/en\/desk$/)
  await expectAccessible(page)
  const other = await browser.newContext({ baseURL: portal.urls.portal })
  const elsewhere = await other.newPage()
  await elsewhere.goto('/en/desk')
  await typeSignIn(elsewhere, email, DEMO_PASSWORD)
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Second factor')
  await elsewhere.getByLabel('Code').fill(used)
  await elsewhere.getByRole('button', { name: 'Go on' }).click()
  await expect(
    elsewhere.getByText('The code is wrong or was used already.', { exact: false }).first(),
  ).toBeVisible()
  await expectAccessible(elsewhere)
  await elsewhere.goto('/en/desk')
  await expect(elsewhere).toHaveURL(/\/en\/sign-in\/code\?next=/)
  await expect(elsewhere.getByTestId('demo-code')).not.toHaveText(used)
  await passCode(elsewhere)
  await expect(elsewhere).toHaveURL(/\/en\/desk$/)
  await other.close()
})

/** Types the code that the demonstration shows, anew when its half minute ran out meanwhile. */
async function passCode(page: Page): Promise<string> {
  let code = ''
  await expect(async () => {
    await page.reload()
    code = (await page.getByTestId('demo-code').innerText({ timeout: 1000 })).trim()
    await page.getByLabel('Code').fill(code)
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.waitForURL(/\/en\/desk$/, { timeout: 5000 })
  }).toPass({ timeout: 90_000 })
  return code
}
