/** Long lists: leafing forward and back, narrowing, and addresses that can be shared. */
import { expect, type Page } from '@playwright/test'
import type { UserActor } from '@/lib/kernel/actor'
import { must } from '@/lib/kernel/result'
import { startDossier } from '@/lib/dossiers/declare/draft.command'
import { execute } from '@/lib/platform/define-command'
import { expectAccessible } from '../../accessible'
import { signedIn } from '../../people'
import { test } from '../../portal'

async function startMany(owner: UserActor, count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    const name = `${index % 2 ? 'hoa' : 'trà'}-${index}-${owner.userId.slice(-6)}.vn`
    must(await execute(startDossier, { name }, { actor: owner }))
  }
}

const rows = (page: Page) => page.getByRole('table', { name: 'Applications' }).getByRole('rowheader')
const leaf = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click()

for (const withScript of [true, false]) {
  const title = 'a list is leafed through, narrowed and shared by its address'
  test(withScript ? title : `${title}, without JavaScript @nojs`, async ({ page, context, portal }) => {
    await startMany(await signedIn(portal, context), 45)
    await page.goto('/en/applications')
    await expect(rows(page)).toHaveCount(20)
    const first = await rows(page).allInnerTexts()
    await expect(page.getByRole('link', { name: 'Previous page' })).toHaveCount(0)
    await leaf(page, 'Next page')
    await page.waitForURL(/after=/)
    await leaf(page, 'Next page')
    await expect(rows(page)).toHaveCount(5)
    await leaf(page, 'Previous page')
    await page.waitForURL(/before=/)
    await expect(page).toHaveTitle(/Applications/)
    // axe is a script.
    if (withScript) await expectAccessible(page)
    await leaf(page, 'Previous page')
    await expect(rows(page)).toHaveText(first)

    await page.getByLabel('Name begins with').fill('Trà')
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await page.waitForURL(/start=Tr/)
    await leaf(page, 'Next page')
    await expect(rows(page)).toHaveCount(3)
    const address = page.url()
    await leaf(page, 'First page')
    await expect(rows(page)).toHaveCount(20)
    await page.goto(address)
    await expect(rows(page)).toHaveCount(3)

    await page.getByLabel('Status').selectOption({ label: 'Filed' })
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await expect(page.getByText('Nothing fits this choice')).toBeVisible()
    if (withScript) await expectAccessible(page)
    await page.getByRole('link', { name: 'Show all' }).first().click()
    await expect(rows(page)).toHaveText(first)
  })
}
