import { expect, type Page } from '@playwright/test'
import { db } from '@/lib/platform/db'
import { expectAccessible } from '../../accessible'
import type { Portal } from '../../portal'
import { givePassword, STEP_UP_PASSWORD, stepUpByMail } from '../../step-up'

/** The paid amount as credit, then paid out: who asks proves it first, and nothing is typed twice. */
export async function payOut(page: Page, portal: Portal, userId: string): Promise<void> {
  await givePassword(userId)
  const { email } = await db().user.findUniqueOrThrow({ where: { id: userId } })
  await page.goto('/en/credit')
  await expectAccessible(page)
  const hint = await page.getByText(/At most .*It goes back the way you paid/).innerText()
  const amount = /[\d.,]{4,}/.exec(hint)?.[0].replace(/[.,]$/, '') ?? ''
  await page.getByRole('textbox', { name: 'Amount', exact: true }).fill(`${amount.replaceAll(/\D/g, '')}0`)
  await page.getByRole('button', { name: 'Ask for the payout' }).click()
  await expect(page.getByText('Confirm that it is you')).toBeVisible()
  await expectAccessible(page)
  await page.locator('[name="stepUp.password"]').fill(STEP_UP_PASSWORD)
  await page.getByLabel('Code', { exact: true }).fill('123')
  await page.getByRole('button', { name: 'Confirm and go on' }).click()
  await expect(page.getByText('The code has six digits.', { exact: false }).first()).toBeVisible()
  await expectAccessible(page)
  await stepUpByMail(page, portal.mailbox, email)
  await expect(page.getByText(/^The amount is more than your free credit/).first()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'Amount', exact: true }).fill(amount)
  await page.getByRole('button', { name: 'Ask for the payout' }).click()
  await expect(page.getByText('Payout requested')).toBeVisible()
  expect((await portal.mailbox.find(email, /^A payout of ₫[\d,]+ was asked for$/)).text).toContain(
    '/en/credit',
  )
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('Paid out', { exact: true })).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect(page.getByRole('button', { name: 'Ask for the payout' })).toHaveCount(0)
  await expectAccessible(page)
}
