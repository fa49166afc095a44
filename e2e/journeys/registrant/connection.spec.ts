/** A slow connection and a broken one: nothing that was typed is lost. */
import { expect } from '@playwright/test'
import { completeDraft, file, freshName, registrySays } from '@/lib/dossiers/dossiers-under-test'
import { must } from '@/lib/kernel/result'
import { expectAccessible } from '../../accessible'
import { breakForms, holdForms, openScripted } from '../../connection'
import { account, PASSWORD, signedIn, typeSignIn } from '../../people'
import { test } from '../../portal'

test('what is typed while the form is on its way is not taken back by its answer', async ({
  page,
  context,
  portal,
}) => {
  registrySays('free')
  const payer = await signedIn(portal, context)
  must(await file(payer, await completeDraft(payer, freshName())))
  await openScripted(page, '/en/credit')
  const amount = page.getByLabel('Amount to pay in')
  const held = await holdForms(page)
  await amount.fill('2')
  await page.getByRole('button', { name: 'Open the payment' }).click()
  await held.arrived
  await amount.fill('33')
  held.letGo()
  await expect(page.getByText('can be paid in at once', { exact: false })).toBeVisible()
  await expect(amount).toHaveValue('33')
  await expect(amount).toBeFocused()
})

test('a form that gets no answer says so, and goes on with what was typed', async ({ page }) => {
  const email = await account()
  await openScripted(page, '/en/sign-in')
  await breakForms(page)
  await typeSignIn(page, email, PASSWORD)
  await expect(page.getByText('The portal did not answer.', { exact: false })).toBeVisible()
  await expect(page.getByLabel('Password')).toHaveValue(PASSWORD)
  await expectAccessible(page)
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(/\/en\/names$/)
})
