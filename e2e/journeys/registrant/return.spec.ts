/** A name given back: asked for with a proof, papers handed in, verified by the desk, deleted in its slot. */
import { expect, type Page } from '@playwright/test'
import { samplePdf } from '@/lib/dossiers/documents/sample-files'
import { IDENTITY, person } from '@/lib/dossiers/dossiers-under-test'
import { must } from '@/lib/kernel/result'
import { moveClock } from '@/lib/operations/move-clock.command'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { expectAccessible } from '../../accessible'
import { signedIn, signIn } from '../../people'
import { test } from '../../portal'
import { registeredName } from '../../security/scene'
import { givePassword, stepUpByMail } from '../../step-up'

const orderOf = (name: string) =>
  db().nameOrder.findFirstOrThrow({ where: { kind: 'return', domain: { nameAscii: name } } })

async function ask(page: Page, name: string): Promise<void> {
  await page.goto(`/en/names/${name}`)
  await page.getByRole('link', { name: 'Give this name back' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Give back ${name}`)
  await page.getByLabel('Why (optional)').fill('The shop has closed.')
  await page.getByRole('button', { name: 'Ask for the return' }).click()
}

async function handIn(page: Page, label: RegExp, fileName: string, withScript: boolean): Promise<void> {
  const form = page.locator('form', { has: page.getByLabel(label) })
  const file = { name: fileName, mimeType: 'application/pdf', buffer: samplePdf(fileName) }
  await form.locator('input[type=file]').first().setInputFiles(file)
  if (!withScript) await form.locator('button[type=submit]').click()
  await expect(page.getByRole('link', { name: fileName })).toBeVisible()
}

async function decide(page: Page, orderId: string): Promise<void> {
  await page.goto(`/en/desk/orders/${orderId}`)
  await expect(page.getByText('On file from the original dossier')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Number on the copy').fill('012345678901')
  await page.getByLabel(/I compared the signature/).check()
  await page.getByRole('button', { name: 'Accept the return' }).click()
  await expect(page.getByText('The numbers differ.', { exact: false }).first()).toBeVisible()
  await page.getByLabel('Number on the copy').fill(IDENTITY)
  await page.getByLabel(/I compared the signature/).check()
  await page.getByRole('button', { name: 'Accept the return' }).click()
  await expect(page.getByText('The return is accepted.', { exact: false })).toBeVisible()
}

for (const withScript of [true, false]) {
  test(`R-NS-34 R-NS-35 a name is given back ${withScript ? 'with' : 'without'} JavaScript`, async ({
    browser,
    portal,
  }) => {
    test.setTimeout(300_000)
    const context = await browser.newContext({ baseURL: portal.urls.portal, javaScriptEnabled: withScript })
    const look = withScript ? expectAccessible : async () => undefined
    const page = await context.newPage()
    const owner = await person()
    await signIn(portal, context, owner)
    await givePassword(owner.userId)
    const desk = await browser.newContext({ baseURL: portal.urls.portal })
    const agent = await signedIn(portal, desk, 'AGENT')
    const { name } = await registeredName(owner, agent)
    await test.step('asked for, with a proof of who asks', async () => {
      await ask(page, name)
      await stepUpByMail(page, portal.mailbox, `${owner.userId}@example.com`, { withAxe: withScript })
      await expect(page.getByText('Your papers are still to be handed in')).toBeVisible()
      await look(page)
    })
    await test.step('the papers are handed in', async () => {
      await handIn(page, /Signed declaration of the return/, 'declaration.pdf', withScript)
      await handIn(page, /Copy of the identity document for the return/, 'card.pdf', withScript)
      await expect(page.getByText('The desk is verifying your return')).toBeVisible()
      await look(page)
    })
    await test.step('the desk compares them with the dossier on file and accepts', async () => {
      await decide(await desk.newPage(), (await orderOf(name)).id)
    })
    await test.step('its owner sees the time, is not charged for more of it, and can still withdraw', async () => {
      await page.goto(`/en/names/${name}/renew`)
      await expect(page.getByText(`${name} has been given back`, { exact: false })).toBeVisible()
      await look(page)
      await page.goto(`/en/names/${name}`)
      await expect(page.getByText('This name is deleted on', { exact: false })).toBeVisible()
      await page.getByRole('link', { name: 'See the return' }).click()
      await look(page)
      if (withScript) return
      await page.getByRole('button', { name: 'Keep the name: withdraw the return' }).click()
      await expect(page.getByText('The return is withdrawn. The name stays yours.')).toBeVisible()
    })
    if (withScript) {
      await test.step('in its slot the name is deleted', async () => {
        const { dueAt } = await orderOf(name)
        const target = new Date((dueAt?.getTime() ?? 0) + 60_000).toISOString()
        must(await execute(moveClock, { target }, { actor: { kind: 'setup' } }))
        await expect.poll(async () => (await orderOf(name)).state, { timeout: 120_000 }).toBe('DONE')
        await page.goto(`/en/names/${name}/return`)
        await expect(page.getByText('The name was given back and deleted on', { exact: false })).toBeVisible()
        await look(page)
      })
    }
    await context.close()
    await desk.close()
  })
}
