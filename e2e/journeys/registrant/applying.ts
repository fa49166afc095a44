/** The steps of an application as a person takes them; they work with and without JavaScript. */
import { expect, type Page } from '@playwright/test'
import { sampleImage, samplePdf } from '@/lib/dossiers/documents/sample-files'
import { expectAccessible } from '../../accessible'

export const HOLDER = { name: 'Nguyễn Thị Hạnh', number: '079185004321' }

/** How the pages are looked at on the way; axe needs scripts, so a browser without them passes nothing. */
export type Look = (page: Page) => Promise<void>
export const lookWithAxe: Look = expectAccessible
export const noLook: Look = async () => undefined

/** Opens an account and confirms its mail address by the mailed link. */
export async function openAccount(
  page: Page,
  email: string,
  link: () => Promise<string>,
  look: Look,
): Promise<void> {
  await page.goto('/en/sign-up')
  await look(page)
  await page.getByLabel('Your name').fill(HOLDER.name)
  await page.getByLabel('Mail address').fill(email)
  await page.getByLabel('Password').fill('a sentence to remember')
  await page.getByRole('button', { name: 'Open the account' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Confirm your mail address')
  await look(page)
  await page.goto(await link())
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByText('Your mail address is confirmed.')).toBeVisible()
}

export async function signInWithPassword(page: Page, email: string): Promise<void> {
  await page.getByLabel('Mail address').fill(email)
  await page.getByLabel('Password').fill('a sentence to remember')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** From the search to the dossier's receipt. */
export async function applyFor(page: Page, look: Look): Promise<void> {
  await look(page)
  await page.getByRole('button', { name: 'Begin the application' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Applicant')
  await look(page)
  await page.getByRole('radio', { name: 'A person', exact: true }).check()
  await page.getByRole('radio', { name: 'The holder', exact: true }).check()
  await page.getByLabel('Years').selectOption('2')
  await next(page, 'Holder', look)
  await fillHolder(page)
  await next(page, 'Contacts', look)
  await next(page, 'Name servers', look)
  await page.getByRole('radio', { name: /parking/ }).check()
  await next(page, 'Documents', look)
}

async function next(page: Page, heading: string, look: Look): Promise<void> {
  await page.getByRole('button', { name: 'Keep and continue' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(heading)
  await look(page)
}

async function fillHolder(page: Page): Promise<void> {
  await page.getByLabel('Full name').fill(HOLDER.name)
  await page.getByLabel('Identity number').fill(HOLDER.number)
  await page.getByLabel('Date of birth').fill('1985-04-12')
  await page.getByLabel('Mail address').fill('hanh@example.com')
  await page.getByLabel('Phone').fill('0912 345 678')
  await page.getByLabel('Street and number').fill('12 Lê Lợi')
  await page.getByLabel('City or district').fill('TP. Hồ Chí Minh')
  await page.getByLabel('Country').selectOption('VN')
}

/** Hands in a document of the given form, as a person does: choosing a file. */
export async function handIn(page: Page, form: 'pdf' | 'jpeg', withScript: boolean): Promise<void> {
  const buffer =
    form === 'pdf' ? samplePdf('Identity card, specimen') : await sampleImage('jpeg', HOLDER.number)
  const mimeType = form === 'pdf' ? 'application/pdf' : 'image/jpeg'
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: `card.${form}`, mimeType, buffer })
  if (!withScript) await page.locator('form:has(input[type=file]) button[type=submit]').first().click()
  await expect(page.getByText(`card.${form}`).first()).toBeVisible()
}

/** Reads everything once more, accepts the terms and files. */
export async function fileIt(page: Page, look: Look): Promise<void> {
  await page.getByRole('link', { name: 'Review and file' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Review')
  await look(page)
  await page.getByLabel(/I accept the terms/).check()
  await page.getByRole('button', { name: 'File the application' }).click()
  await expect(page.getByText('Place in the order', { exact: true })).toBeVisible()
  await look(page)
}

/** Pays on the provider's own page and comes back. */
export async function payNow(page: Page, look: Look): Promise<void> {
  await page.getByRole('link', { name: /^Pay / }).first().click()
  await look(page)
  await page
    .getByRole('button', { name: /^Open the payment/ })
    .first()
    .click()
  await look(page)
  await page.getByRole('link', { name: /on the payment page/ }).click()
  await page.getByRole('button', { name: /^Pay/ }).first().click()
  await page.getByRole('link', { name: 'Back to the merchant' }).click()
  await expect(page).toHaveURL(/\/invoices\//)
}
