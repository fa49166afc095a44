/** A holder with a Chinese name, on pages of other languages: of those who read them, few have a face for it. */
import { expect } from '@playwright/test'
import {
  completeDraft,
  DECLARATION,
  file,
  freshName,
  person,
  registrySays,
} from '@/lib/dossiers/dossiers-under-test'
import { must } from '@/lib/kernel/result'
import { expectAccessible } from '../../accessible'
import { expectChineseDrawn } from '../../faces'
import { signedIn, signIn } from '../../people'
import { test } from '../../portal'
import { takeThis } from '../../security/scene'

const HOLDER = '陳美玲'

test('a holder’s Chinese name is drawn on pages of other languages, shown or in a field', async ({
  page,
  context,
  portal,
}) => {
  registrySays('free')
  const owner = await person()
  const holder = { ...DECLARATION.holder, name: HOLDER }
  const dossierId = await completeDraft(owner, freshName(), { ...DECLARATION, holder })
  await signIn(portal, context, owner)
  for (const [locale, step] of [
    ['da', 'review'],
    ['vi', 'holder'],
  ] as const) {
    await page.goto(`/${locale}/applications/${dossierId}/${step}`)
    expect(await expectChineseDrawn(page)).toBeGreaterThan(0)
    await expectAccessible(page)
  }
  const agent = await signedIn(portal, context, 'AGENT')
  must(await file(owner, dossierId))
  await takeThis(agent, dossierId)
  for (const locale of ['en', 'hi']) {
    await page.goto(`/${locale}/desk/${dossierId}`)
    await expect(page.getByText(HOLDER).first()).toBeVisible()
    expect(await expectChineseDrawn(page)).toBeGreaterThan(0)
    await expectAccessible(page)
  }
})
