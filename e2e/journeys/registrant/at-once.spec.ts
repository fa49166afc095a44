import { expect } from '@playwright/test'
import { newId } from '@/lib/kernel/ids'
import { signedIn } from '../../people'
import { test } from '../../portal'
import { applyFor, lookWithAxe, payNow } from './applying'

test('R-HO-02 R-HO-03 a .com name needs no document and no desk: paid, it is registered', async ({
  context,
  page,
  portal,
}) => {
  test.setTimeout(180_000)
  const name = `hanh-${newId().slice(-10)}.com`
  await signedIn(portal, context)
  await page.goto(`/en/search?name=${name}`)
  await page.getByRole('link', { name: 'Apply' }).click()
  await applyFor(page, lookWithAxe)
  await page.getByRole('link', { name: 'Review and file' }).first().click()
  await lookWithAxe(page)
  await page.getByLabel(/I accept the terms/).check()
  await page.getByRole('button', { name: 'File the application' }).click()
  await expect(page.getByText('Accepted', { exact: true }).first()).toBeVisible()
  await lookWithAxe(page)
  await payNow(page, lookWithAxe)
  await expect(async () => {
    await page.goto(`/en/names/${name}`)
    await expect(page.getByText('Active', { exact: true }).first()).toBeVisible({ timeout: 500 })
  }).toPass()
  await lookWithAxe(page)
  await expect(page.getByRole('rowheader', { name: 'Redemption begins' })).toBeVisible()
})
