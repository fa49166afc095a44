import { expect } from '@playwright/test'
import { queueMessage } from '@/lib/audit/outbox'
import { newId } from '@/lib/kernel/ids'
import { must, ok } from '@/lib/kernel/result'
import { inUnitOfWork } from '@/lib/platform/unit-of-work'
import { expectAccessible } from '../../accessible'
import { signedIn } from '../../people'
import { test } from '../../portal'

async function tell(userId: string): Promise<void> {
  const params = {
    name: 'hoa-mai.vn',
    expires: '2027-03-01T00:00:00Z',
    due: '2027-03-01T00:00:00Z',
    path: '/names',
    days: 7,
  }
  const message = { userId, template: 'notice-expires-in', params, subjectType: 'domain', subjectId: newId() }
  must(
    await inUnitOfWork({ actor: { kind: 'clock' }, requestId: newId() }, async (uow) => {
      await queueMessage(uow, { ...message, dedupeKey: newId() })
      return ok()
    }),
  )
}

test('R-NS-17 what was sent by mail stands in the inbox, new until it is opened', async ({
  context,
  page,
  portal,
}) => {
  const reader = await signedIn(portal, context)
  await tell(reader.userId)
  await page.goto('/en/inbox')
  await expectAccessible(page)
  const subject = 'hoa-mai.vn expires in 7 days'
  await page.getByRole('link', { name: subject }).click()
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible()
  await expectAccessible(page)
  await page.goto('/en/inbox?state=new')
  await expect(page.getByRole('link', { name: subject })).toHaveCount(0)
})
