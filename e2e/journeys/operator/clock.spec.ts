import { formatDay } from '@/lib/i18n/format'
import { addDays, legalDay, localTime } from '@/lib/kernel/days'
import { businessNow } from '@/lib/platform/business-clock'
import { expect, test } from '../../portal'
import { signedIn } from '../../people'

const VN = 'Asia/Ho_Chi_Minh'

test('the operator moves the clock forward and sees it arrive', async ({ page, context, portal }) => {
  await signedIn(portal, context, 'OPERATOR')
  await page.goto('/en/operator/clock')
  // A few days only: what other journeys left on this portal lives its life on the way.
  const day = addDays(legalDay(await businessNow(), VN), 3)
  await page.getByLabel('New time').fill(`${day}T17:00`)
  await page.getByRole('button', { name: 'Move the clock' }).click()
  const shown = formatDay('en', localTime(day, '17:00', VN), VN)
  await expect(async () => {
    await page.goto('/en/operator/clock')
    await expect(page.getByText(new RegExp(`stands at ${shown}, 17:0\\d`))).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect(page.getByText('Reached').first()).toBeVisible()
})

test('nobody else finds the clock', async ({ page, context, portal }) => {
  await signedIn(portal, context, 'AGENT')
  expect((await page.goto('/en/operator/clock'))?.status()).toBe(404)
})
