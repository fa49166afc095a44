/** Proving who acts, as a person without a second factor does: by password and the code that is mailed. */
import { expect, type Page } from '@playwright/test'
import { hashPassword } from '@/lib/people/password'
import { db } from '@/lib/platform/db'
import { expectAccessible } from './accessible'
import type { Mailbox } from './mailbox'

export const STEP_UP_PASSWORD = 'a sentence to remember'

/** Gives a user a password; people made for a journey have none. */
export async function givePassword(userId: string, password = STEP_UP_PASSWORD): Promise<void> {
  await db().user.update({ where: { id: userId }, data: { passwordHash: await hashPassword(password) } })
}

/** Answers the proof that the page asks for. */
export async function stepUpByMail(
  page: Page,
  mailbox: Mailbox,
  email: string,
  { password = STEP_UP_PASSWORD, withAxe = true } = {},
): Promise<void> {
  await expect(page.getByText('Confirm that it is you')).toBeVisible()
  if (withAxe) await expectAccessible(page)
  const { subject } = await mailbox.find(email, /^Your code: \d{6}$/)
  await page.locator('[name="stepUp.password"]').fill(password)
  await page.locator('[name="stepUp.code"]').fill(subject.replace(/\D/g, ''))
  await page.getByRole('button', { name: 'Confirm and go on' }).click()
}
