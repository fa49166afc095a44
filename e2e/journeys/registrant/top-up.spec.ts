/** Credit paid in ahead: a wrong amount is told, the provider's page takes the money, and open invoices are paid by it. */
import { expect } from '@playwright/test'
import { completeDraft, file, freshName, registrySays } from '@/lib/dossiers/dossiers-under-test'
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { expectAccessible } from '../../accessible'
import { signedIn } from '../../people'
import { test } from '../../portal'

const OVER = 100_000n

const WRONG = [
  ['a lot', 'This is no amount above zero.'],
  ['1', 'can be paid in at once'],
] as const

test('credit is paid in on the payment page; it pays the open invoice, and the rest stays credit', async ({
  page,
  context,
  portal,
}) => {
  registrySays('free')
  const payer = await signedIn(portal, context)
  const { invoiceId } = must(await file(payer, await completeDraft(payer, freshName())))
  const { total } = await db().invoice.findUniqueOrThrow({ where: { id: invoiceId } })
  const amount = page.getByLabel('Amount to pay in')
  const send = page.getByRole('button', { name: 'Open the payment' })

  await test.step('an amount that is none, and one too small, are refused with what was typed', async () => {
    await page.goto('/en/credit')
    await expectAccessible(page)
    for (const [wrong, why] of WRONG) {
      await amount.fill(wrong)
      await send.click()
      await expect(page.getByText(why, { exact: false })).toBeVisible()
      await expect(amount).toHaveAttribute('aria-invalid', 'true')
      await expect(amount).toHaveValue(wrong)
    }
    await expectAccessible(page)
  })
  await test.step('the payment page takes the money', async () => {
    await amount.fill(String(total + OVER))
    await send.click()
    const pay = page.getByRole('link', { name: /on the payment page/ })
    await expect(pay).toBeVisible()
    await expectAccessible(page)
    await pay.click()
    await page.getByRole('button', { name: /^Pay/ }).first().click()
    await page.getByRole('link', { name: 'Back to the merchant' }).click()
    await expect(page).toHaveURL(/\/en\/credit/)
  })
  await test.step('the invoice is paid by it, and what is over is free', async () => {
    await expect(async () => {
      await page.goto('/en/credit')
      await expect(page.getByLabel('Movements').getByRole('row')).toHaveCount(3, { timeout: 500 })
    }).toPass()
    await expect(page.getByText('₫100,000').first()).toBeVisible()
    await expectAccessible(page)
    await page.goto(`/en/invoices/${invoiceId}`)
    await expect(page.getByText('Paid', { exact: true }).first()).toBeVisible()
    await expect(page.getByRole('link', { name: /^Pay / })).toHaveCount(0)
  })
})
