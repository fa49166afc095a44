/** An organisation lets somebody else renew: in writing, accepted from the mail, renewed, paid, and taken back. */
import { type BrowserContext, expect, type Page } from '@playwright/test'
import { nameFor } from '@/lib/domains/names-under-test'
import { withDossier } from '@/lib/dossiers/authorise/authorisations-under-test'
import { samplePdf } from '@/lib/dossiers/documents/sample-files'
import { person } from '@/lib/dossiers/dossiers-under-test'
import type { UserActor } from '@/lib/kernel/actor'
import { addDays, legalDay } from '@/lib/kernel/days'
import { newId } from '@/lib/kernel/ids'
import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import { registryGateway } from '@/lib/registry/connect'
import { expectAccessible } from '../../accessible'
import { signIn } from '../../people'
import { type Portal, test } from '../../portal'
import { givePassword, stepUpByMail } from '../../step-up'

const VN = 'Asia/Ho_Chi_Minh'
const DAY = 86_400_000

/** A name of an organisation's, here and at the registry, with a year of term left. */
async function organisationName(owner: UserActor): Promise<string> {
  const expiresAt = new Date((await businessNow()).getTime() + 365 * DAY)
  const id = await nameFor({ zone: 'vn', expiresAt, ownerId: owner.userId })
  await withDossier(owner, id)
  const { nameAscii: name } = await db().domain.findUniqueOrThrow({ where: { id } })
  const holder = newId().slice(-16)
  await registryGateway().createContact(newId(), {
    id: holder,
    postal: { name: 'Công ty Gốm Xanh', street: ['12 Lê Lợi'], city: 'TP. Hồ Chí Minh', country: 'VN' },
    voice: '+84912345678',
    email: 'gom@example.com',
  })
  const made = await registryGateway().createDomain(newId(), { name, years: 1, registrant: holder })
  if (made.kind !== 'done') throw new Error(JSON.stringify(made))
  await db().domain.update({ where: { id }, data: { registryExpiresAt: made.value.expiresAt ?? null } })
  return name
}

const emailOf = ({ userId }: UserActor) => `${userId}@example.com`

interface Way {
  readonly withScript: boolean
  readonly look: (page: Page) => Promise<void>
}

/** From the name's page to the form: the written authorisation is handed in as a real PDF. */
async function handInPaper(page: Page, name: string, { withScript, look }: Way): Promise<void> {
  await page.goto(`/en/names/${name}`)
  await expect(page.getByRole('heading', { name: 'Who else may renew' })).toBeVisible()
  await look(page)
  await page.getByRole('link', { name: 'Authorise somebody' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Authorise somebody to renew')
  await expect(page.getByText('To hand in', { exact: true })).toBeVisible()
  await look(page)
  const form = page.locator('form', { has: page.locator('input[type=file]') })
  const hand = async (buffer: Buffer) => {
    const file = { name: 'uy-quyen.pdf', mimeType: 'application/pdf', buffer }
    await form.locator('input[type=file]').first().setInputFiles(file)
    if (!withScript) await form.locator('button[type=submit]').click()
  }
  await hand(Buffer.from('<!doctype html><script>alert(1)</script>'))
  await expect(page.getByText('Only PDF, JPEG and PNG can be taken.', { exact: false })).toBeVisible()
  await hand(samplePdf('Written authorisation, specimen'))
  await expect(page.getByRole('link', { name: 'uy-quyen.pdf' })).toBeVisible()
  await look(page)
}

/** Says who may renew until when, and proves who says so. */
async function grantTo(page: Page, portal: Portal, owner: UserActor, contact: UserActor, way: Way) {
  const last = addDays(legalDay(await businessNow(), VN), 200)
  await page.getByLabel('Name of the contact').fill('Lê Thị Hoa')
  await page.getByLabel('Mail address of the contact').fill(emailOf(owner))
  await page.getByLabel('Until').fill(last)
  await page.getByRole('button', { name: 'Authorise', exact: true }).click()
  await stepUpByMail(page, portal.mailbox, emailOf(owner), { withAxe: way.withScript })
  await expect(page.getByText('This is your own mail address', { exact: false }).first()).toBeVisible()
  await way.look(page)
  await page.getByLabel('Mail address of the contact').fill(emailOf(contact))
  await page.getByRole('button', { name: 'Authorise', exact: true }).click()
  await expect(page.getByText('The authorisation is granted')).toBeVisible()
  await expect(page.getByText('Waiting to be accepted')).toBeVisible()
  await way.look(page)
}

/** Accepts from the mail, then finds the name among those of others. */
async function acceptFromMail(page: Page, portal: Portal, contact: UserActor, name: string, way: Way) {
  await page.goto(await portal.mailbox.link(emailOf(contact), /authorises you to renew/))
  await expect(page.getByText('Will you renew for them?')).toBeVisible()
  await way.look(page)
  await page.getByRole('button', { name: 'Accept' }).click()
  await expect(page.getByRole('heading', { name: 'You may renew', exact: true })).toBeVisible()
  await way.look(page)
  await page.goto('/en/names')
  await expect(page.getByRole('heading', { name: 'Names you may renew for others' })).toBeVisible()
  await way.look(page)
  await page.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Renew ${name}`)
}

/** Renews and pays on the provider's page; nothing but the renewal itself is shown of the name. */
async function renewAndPay(page: Page, { look }: Way): Promise<void> {
  await expect(page.getByText(/^You renew this for/)).toBeVisible()
  await expect(page.getByText('Renew by itself')).toHaveCount(0)
  await look(page)
  await page.getByRole('button', { name: /^Renew 1 year for/ }).click()
  await expect(page).toHaveURL(/\/renewals\//)
  await look(page)
  await page.getByRole('link', { name: /on the payment page/ }).click()
  await expect(page.getByLabel('Keep this card for later payments')).toHaveCount(0)
  await page.getByRole('button', { name: /^Pay/ }).first().click()
  await page.getByRole('link', { name: 'Back to the merchant' }).click()
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('Renewed', { exact: true }).first()).toBeVisible({ timeout: 500 })
  }).toPass()
  await look(page)
}

/** The owner has been told of all of it, and takes the authorisation back. */
async function takeBack(page: Page, portal: Portal, owner: UserActor, { look }: Way): Promise<void> {
  for (const subject of [/has accepted to renew/, /asks to renew/, /asked for is paid/, /is renewed$/]) {
    await portal.mailbox.find(emailOf(owner), subject)
  }
  await page.goto('/en/names/authorisations')
  await page.getByRole('link', { name: 'Lê Thị Hoa' }).click()
  await expect(page.getByRole('link', { name: 'See the document' })).toBeVisible()
  await look(page)
  await page.goto('/en/names/authorisations')
  await page.getByRole('button', { name: 'Withdraw the authorisation of Lê Thị Hoa' }).click()
  await expect(page.getByText('Withdrawn', { exact: true })).toBeVisible()
}

async function browserOf(
  portal: Portal,
  actor: UserActor,
  open: () => Promise<BrowserContext>,
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await open()
  await signIn(portal, context, actor)
  return { page: await context.newPage(), context }
}

for (const withScript of [true, false]) {
  test(`R-VN-06 somebody else renews for an organisation ${withScript ? 'with' : 'without'} JavaScript`, async ({
    browser,
    portal,
  }) => {
    test.setTimeout(300_000)
    const way: Way = { withScript, look: withScript ? expectAccessible : async () => undefined }
    const open = () => browser.newContext({ baseURL: portal.urls.portal, javaScriptEnabled: withScript })
    const [owner, contact] = [await person(), await person()]
    await givePassword(owner.userId)
    const name = await organisationName(owner)
    const granting = await browserOf(portal, owner, open)
    const renewing = await browserOf(portal, contact, open)
    await test.step('the organisation hands in its written authorisation', async () => {
      await handInPaper(granting.page, name, way)
    })
    await test.step('and says, with a proof, who may renew until when', async () => {
      await grantTo(granting.page, portal, owner, contact, way)
    })
    await test.step('the contact accepts from the mail', async () => {
      await acceptFromMail(renewing.page, portal, contact, name, way)
    })
    await test.step('renews and pays', async () => {
      await renewAndPay(renewing.page, way)
    })
    await test.step('the owner is told, and withdraws', async () => {
      await takeBack(granting.page, portal, owner, way)
    })
    await test.step('from then on the contact is told why they may not', async () => {
      await portal.mailbox.find(emailOf(contact), /has withdrawn your authorisation/)
      await renewing.page.goto(`/en/names/${name}/renew`)
      await expect(renewing.page.getByText('was withdrawn or given up', { exact: false })).toBeVisible()
      await expect(renewing.page.getByText('R-VN-06', { exact: false })).toBeVisible()
      await way.look(renewing.page)
    })
    await granting.context.close()
    await renewing.context.close()
  })
}
