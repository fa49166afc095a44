/** A dossier that is rejected in part, asked about, answered, and in the end refused; its money goes back. */
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'
import { samplePdf } from '@/lib/dossiers/documents/sample-files'
import { completeDraft, file, freshName, person, registrySays } from '@/lib/dossiers/dossiers-under-test'
import type { UserActor } from '@/lib/kernel/actor'
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { expectAccessible } from '../../accessible'
import { eventually, payOnHostedPage } from '../../faults/story'
import { signedIn } from '../../people'
import { type Portal, test } from '../../portal'
import { expectNothingBeside } from '../../room'
import { handInFile, takeThis } from '../../security/scene'
import { payOut } from './pay-out'

interface Filed {
  readonly owner: UserActor
  readonly name: string
  readonly dossierId: string
  readonly number: string
  readonly invoiceId: string
  readonly email: string
}

/** A filed dossier with two real documents. */
async function filed(owner: UserActor): Promise<Filed> {
  registrySays('free')
  const name = freshName()
  const dossierId = await completeDraft(owner, name)
  await handInFile(owner, dossierId, 'the-card.pdf')
  await handInFile(owner, dossierId, 'the-power.pdf', 'power-of-attorney')
  const { number, invoiceId } = must(await file(owner, dossierId))
  const { email } = await db().user.findUniqueOrThrow({ where: { id: owner.userId } })
  return { owner, name, dossierId, number, invoiceId, email }
}

/** Has the agent take it, and opens it from the desk. */
async function openReview(desk: Page, agent: UserActor, { dossierId, name }: Filed): Promise<void> {
  await takeThis(agent, dossierId)
  await desk.goto('/en/desk')
  await expectAccessible(desk)
  await desk.getByRole('link', { name: 'Go on with your dossier' }).click()
  await expect(declarationOf(desk).getByText(name).first()).toBeVisible()
  await expectAccessible(desk)
}

const declarationOf = (desk: Page) => desk.getByRole('region', { name: 'Declaration and decision' })
const documentOf = (desk: Page) => desk.getByRole('region', { name: 'Document', exact: true })
const currentTab = (desk: Page) => documentOf(desk).locator('[aria-current=page]')

async function rejectCard(desk: Page): Promise<void> {
  await documentOf(desk)
    .getByRole('link', { name: /identity card/i })
    .click()
  await expect(currentTab(desk)).toContainText(/identity card/i)
  await documentOf(desk).getByLabel('Reason').selectOption('Cannot be read')
  await documentOf(desk).getByLabel('Note to the applicant').fill('The lower half is blurred.')
  await documentOf(desk).getByRole('button', { name: 'Reject document' }).click()
  await expect(currentTab(desk)).toContainText('Rejected')
}

async function askForMore(desk: Page): Promise<void> {
  const part = declarationOf(desk)
  await part.getByText('Ask for more', { exact: true }).click()
  const card = part.getByRole('group', { name: /identity card/i })
  await card.getByLabel('Reason').selectOption('Cannot be read')
  await card.getByLabel('Note to the applicant').fill('Please scan it once more.')
  const declaration = part.getByRole('group', { name: 'Declaration', exact: true })
  await declaration.getByLabel('Note to the applicant').fill('Is the street spelled right?')
  await part.getByRole('button', { name: 'Send the request' }).click()
  await expect(part.getByText('A note has no reason.', { exact: false })).toBeVisible()
  await expect(card.getByLabel('Reason')).toHaveValue('unreadable')
  await expect(card.getByLabel('Note to the applicant')).toHaveValue('Please scan it once more.')
  await expect(declaration.getByLabel('Note to the applicant')).toHaveValue('Is the street spelled right?')
  await declaration.getByLabel('Reason').selectOption('The declaration is unclear')
  await expectNothingBeside(desk)
  await expectAccessible(desk)
  await part.getByRole('button', { name: 'Send the request' }).click()
  await expect(desk.getByText('The applicant has been asked.')).toBeVisible()
  await expectAccessible(desk)
}

/** The applicant follows the mail, replaces the document and answers. */
async function answer(page: Page, portal: Portal, { email, name, dossierId }: Filed): Promise<void> {
  const mail = await portal.mailbox.find(email, /we need something more from you/)
  expect(mail.subject).toContain(name)
  expect(mail.text).toMatch(/Answer by .*20\d\d/)
  await page.goto(await portal.mailbox.link(email, /we need something more from you/))
  await expect(page).toHaveURL(new RegExp(`/applications/${dossierId}$`))
  const request = page.locator('section', { hasText: 'The desk asks you for something' }).last()
  await expect(request.getByText('Answer by', { exact: true })).toBeVisible()
  await expect(request.getByText(/20\d\d, 23:59/)).toBeVisible()
  await expect(request.getByText('The document cannot be read')).toBeVisible()
  await expect(request.getByText('Please scan it once more.')).toBeVisible()
  await expect(request.getByText('Is the street spelled right?')).toBeVisible()
  await expect(page.getByText('The lower half is blurred.')).toBeVisible()
  await expectAccessible(page)
  await request.getByRole('link', { name: /^Correct:.*identity card/i }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Documents')
  await expectAccessible(page)
  const slot = page.locator('#identity-card')
  await expect(slot.getByText('Rejected').first()).toBeVisible()
  const buffer = samplePdf('Identity card, sharp')
  await slot
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'sharp.pdf', mimeType: 'application/pdf', buffer })
  await expect(slot.getByRole('link', { name: /sharp\.pdf/ })).toBeVisible()
  await page.goto(`/en/applications/${dossierId}`)
  await page.getByLabel(/Your words to the desk/).fill('Scanned anew; the street is right.')
  await page.getByRole('button', { name: 'Answer the request' }).click()
  await expect(page.getByText('The desk asks you for something')).toHaveCount(0)
  await expect(page.getByText('The dossier is filed and paid')).toBeVisible()
  await expectAccessible(page)
}

async function refuse(desk: Page): Promise<void> {
  const part = declarationOf(desk)
  await expect(part.getByText('Answer of the applicant: Scanned anew; the street is right.')).toBeVisible()
  await expect(documentOf(desk).getByText('File: sharp.pdf')).toBeVisible()
  await part.getByText('Refuse the dossier', { exact: true }).click()
  await part.getByLabel('Ground').selectOption('a required part is missing or the form is wrong')
  await part.getByLabel('Explanation to the applicant').fill('The card belongs to somebody else.')
  await expectAccessible(desk)
  await part.getByRole('button', { name: 'Refuse and credit what was paid' }).click()
  await expect(desk.getByText('The dossier is refused.')).toBeVisible()
}

test('asked, answered, refused: the applicant sees it, and gets the money back', async ({
  page,
  context,
  browser,
  portal,
}) => {
  test.setTimeout(240_000)
  const applicant = await filed(await signedIn(portal, context))
  await payOnHostedPage(applicant)
  await eventually(
    'the payment',
    async () => (await db().dossier.findUnique({ where: { id: applicant.dossierId } }))?.paidAt,
  )
  const later = await filed(await person())
  const [deskContext, agent] = await deskOf(browser, portal)
  const desk = await deskContext.newPage()
  await test.step('an agent rejects a document and asks for more', async () => {
    await openReview(desk, agent, applicant)
    await rejectCard(desk)
    await askForMore(desk)
    await expect(desk.getByRole('row', { name: new RegExp(applicant.name) })).toHaveCount(0)
  })
  await test.step('the applicant replaces the document and answers', () => answer(page, portal, applicant))
  await test.step('the dossier is back at its old place', async () => {
    await desk.goto('/en/desk')
    const rows = await desk.getByRole('row').allInnerTexts()
    const place = (name: string) => rows.findIndex((row) => row.includes(name))
    expect(place(applicant.name)).toBeGreaterThan(0)
    expect(place(applicant.name)).toBeLessThan(place(later.name))
  })
  await test.step('the agent refuses it on a ground', async () => {
    await openReview(desk, agent, applicant)
    await refuse(desk)
  })
  await test.step('the applicant sees stamp and ground', async () => {
    const mail = await portal.mailbox.find(applicant.email, /the dossier is refused/)
    expect(mail.text).toContain('a required part is missing or the form is wrong')
    await page.goto(`/en/applications/${applicant.dossierId}`)
    await expect(page.getByRole('img', { name: new RegExp(`^Refused, .*${applicant.number}`) })).toBeVisible()
    await expect(
      page.getByText('A required part is missing, or the form is wrong or outdated.'),
    ).toBeVisible()
    await expect(page.getByText('The card belongs to somebody else.')).toBeVisible()
    await expectAccessible(page)
  })
  await test.step('what was paid is credit, and is paid out', () =>
    payOut(page, portal, applicant.owner.userId))
  await deskContext.close()
})

test('a second agent cannot decide what the first has taken', async ({ browser, portal }) => {
  const dossier = await filed(await person())
  const [firstContext, first] = await deskOf(browser, portal)
  const [secondContext] = await deskOf(browser, portal)
  await takeThis(first, dossier.dossierId)
  const page = await secondContext.newPage()
  await page.goto('/en/desk')
  await expect(page.getByRole('row', { name: new RegExp(dossier.name) })).toContainText('Under review')
  await page.goto(`/en/desk/${dossier.dossierId}`)
  await expect(page.getByText('Another agent has taken this dossier.', { exact: false })).toBeVisible()
  for (const button of [
    'Accept the dossier',
    'Accept document',
    'Reject document',
    'Compare',
    'Send the request',
  ]) {
    await expect(page.getByRole('button', { name: button, exact: true })).toHaveCount(0)
  }
  await page.keyboard.press('a')
  await expectAccessible(page)
  expect(await db().verdict.count({ where: { document: { dossierId: dossier.dossierId } } })).toBe(0)
  await firstContext.close()
  await secondContext.close()
})

test('the desk goes by keyboard', async ({ browser, portal }) => {
  const dossier = await filed(await person())
  const [context, agent] = await deskOf(browser, portal)
  const desk = await context.newPage()
  await openReview(desk, agent, dossier)
  const kind = currentTab(desk).locator('span').first()
  const first = await kind.innerText()
  // An `a` in the same breath as the `j` is not meant for the document that is about to go.
  await desk.keyboard.press('j')
  await desk.keyboard.press('a')
  await expect(kind).not.toHaveText(first)
  await desk.keyboard.press('j')
  await desk.keyboard.press('a')
  await expect(currentTab(desk)).toContainText('Accepted')
  await expect(kind).not.toHaveText(first)
  await desk.keyboard.press('k')
  await expect(kind).toHaveText(first)
  await expect(currentTab(desk)).toContainText('No verdict yet')
  await desk.keyboard.press('r')
  await expect(documentOf(desk).getByLabel('Reason')).toBeFocused()
  await desk.keyboard.press('a')
  await declarationOf(desk).getByLabel('Number on the copy').focus()
  await desk.keyboard.press('a')
  await expect(declarationOf(desk).getByLabel('Number on the copy')).toHaveValue('a')
  await expect(currentTab(desk)).toContainText('No verdict yet')
  await expectAccessible(desk)
  await context.close()
})

/** A browser of an agent. */
async function deskOf(browser: Browser, portal: Portal): Promise<[BrowserContext, UserActor]> {
  const context = await browser.newContext({ baseURL: portal.urls.portal })
  return [context, await signedIn(portal, context, 'AGENT')]
}
