/** Forms that are checked while one fills them in, by the very rules and sentences of the server. */
import { expect, type Page } from '@playwright/test'
import { newId } from '@/lib/kernel/ids'
import { completeDraft, DECLARATION, freshName } from '@/lib/dossiers/dossiers-under-test'
import { samplePdf } from '@/lib/dossiers/documents/sample-files'
import { expectAccessible } from '../../accessible'
import { signedIn } from '../../people'
import { test } from '../../portal'

const NO_ADDRESS = 'Type a mail address such as name@example.com.'

/** The forms that the page sends to the server from now on. */
function sentForms(page: Page): string[] {
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.url())
  })
  return sent
}

test('an address that is none gets its sentence without a request to the server', async ({ page }) => {
  await page.goto('/en/sign-up')
  await page.waitForLoadState('networkidle')
  const sent = sentForms(page)
  const address = page.getByLabel('Mail address')
  await page.getByLabel('Your name').fill('Lê Thị Thử')
  await address.fill('nobody.example.com')
  await page.getByLabel('New password').focus()
  await expect(page.getByText(NO_ADDRESS)).toHaveCount(1)
  await expect(address).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('button', { name: 'Open the account' }).click()
  const summary = page.getByRole('alert').filter({ hasText: NO_ADDRESS })
  await expect(summary).toBeFocused()
  await expect(summary).toContainText('Use at least 12 characters')
  await expectAccessible(page)
  await summary.getByRole('link', { name: NO_ADDRESS }).click()
  await expect(address).toBeFocused()
  await expect(address).toHaveValue('nobody.example.com')
  expect(sent).toEqual([])

  const email = `${newId()}@example.com`
  await address.fill(email)
  await expect(address).not.toHaveAttribute('aria-invalid')
  await page.getByLabel('New password').fill('a sentence to remember')
  await page.getByRole('button', { name: 'Open the account' }).click()
  await page.waitForURL(/\/en\/sign-up\/sent$/)
  expect(sent).toHaveLength(1)
})

test('a step of the declaration is checked here, and left unfinished by its other buttons', async ({
  page,
  context,
  portal,
}) => {
  const owner = await signedIn(portal, context)
  const { holder: _holder, ...rest } = DECLARATION
  const draftId = await completeDraft(owner, freshName(), rest)
  await page.goto(`/en/applications/${draftId}/holder`)
  await page.waitForLoadState('networkidle')
  await page.getByLabel('Mail address').fill('nobody')
  await page.getByRole('button', { name: 'Continue' }).click()
  const summary = page.getByRole('alert').filter({ hasText: NO_ADDRESS })
  await expect(summary).toBeFocused()
  await expect(summary.getByRole('link', { name: /Fill in this field/ }).first()).toBeVisible()
  await expectAccessible(page)
  await expect(page).toHaveURL(/\/holder$/)
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await page.waitForURL(/\/applicant$/)
  await page.goto(`/en/applications/${draftId}/holder`)
  await expect(page.getByLabel('Mail address')).toHaveValue('nobody')
})

test('who goes back after filing finds the application, and so does who searches its name', async ({
  page,
  context,
  portal,
}) => {
  const owner = await signedIn(portal, context)
  const name = freshName()
  const draftId = await completeDraft(owner, name)
  await page.goto(`/en/applications/${draftId}/review`)
  await page.getByLabel(/I accept the terms/).check()
  await page.getByRole('button', { name: 'File the application' }).click()
  await expect(page.getByText('Place in the order', { exact: true })).toBeVisible()
  for (const step of ['review', 'documents', 'holder']) {
    await page.goto(`/en/applications/${draftId}/${step}`)
    await expect(page).toHaveURL(new RegExp(`/applications/${draftId}$`))
  }
  await page.goto(`/en/search?name=${name}`)
  await expect(page.getByText('You have applied for this name')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'To your application' }).click()
  await expect(page).toHaveURL(new RegExp(`/applications/${draftId}$`))
})

test('two files dropped for one document are not sent; a further file takes the place of the one before', async ({
  page,
  context,
  portal,
}) => {
  const owner = await signedIn(portal, context)
  const draftId = await completeDraft(owner, freshName())
  await page.goto(`/en/applications/${draftId}/documents`)
  await page.waitForLoadState('networkidle')
  const sent = sentForms(page)
  const slot = page.locator('#identity-card')
  const dataTransfer = await page.evaluateHandle(() => {
    const files = new DataTransfer()
    for (const name of ['front.jpg', 'back.jpg']) files.items.add(new File(['picture'], name))
    return files
  })
  await slot.locator('form').last().dispatchEvent('drop', { dataTransfer })
  await expect(slot.getByText('Only one file is taken for a document')).toHaveCount(2)
  await expectAccessible(page)
  expect(sent).toEqual([])
  for (const name of ['first.pdf', 'second.pdf']) {
    const file = { name, mimeType: 'application/pdf', buffer: samplePdf(name) }
    await slot.locator('input[type=file]').first().setInputFiles(file)
    await expect(slot.getByText('Only one file')).toHaveCount(0)
    await expect(slot.getByRole('link', { name: new RegExp(name) })).toBeVisible()
  }
  await expect(slot.getByText('first.pdf')).toHaveCount(0)
})
