import { expect, test } from '../../portal'
import { signedIn } from '../../people'

test('the operator moves the clock forward and sees it arrive', async ({ page, context, portal }) => {
  await signedIn(portal, context, 'OPERATOR')
  await page.goto('/en/operator/clock')
  await page.getByLabel('New time').fill('2031-03-04T17:00')
  await page.getByRole('button', { name: 'Move the clock' }).click()
  await expect(async () => {
    await page.goto('/en/operator/clock')
    await expect(page.getByText('Reached').first()).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect(page.getByText(/stands at 4 Mar 2031, 17:0\d/)).toBeVisible()
})

test('nobody else finds the clock', async ({ page, context, portal }) => {
  await signedIn(portal, context, 'AGENT')
  expect((await page.goto('/en/operator/clock'))?.status()).toBe(404)
})
