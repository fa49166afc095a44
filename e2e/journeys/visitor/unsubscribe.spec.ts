/** Early reminders are declined by the link of their mail: on a page, and by a mail program's one click (RFC 8058). */
import { expect } from '@playwright/test'
import { person } from '@/lib/dossiers/dossiers-under-test'
import { newId } from '@/lib/kernel/ids'
import { declineToken } from '@/lib/notices/decline/link'
import { db } from '@/lib/platform/db'
import { expectAccessible } from '../../accessible'
import { test } from '../../portal'

/** A user with a reminder that was mailed; the token of its link. */
async function reminded(): Promise<{ userId: string; token: string }> {
  const { userId } = await person()
  const id = newId()
  await db().message.create({
    data: {
      ...{ id, dedupeKey: id, userId, address: `${userId}@example.com`, template: 'notice-expires-in' },
      ...{ locale: 'en', params: {}, subjectType: 'domain', subjectId: newId() },
      ...{ state: 'SENT', createdAt: new Date(0), attempts: 1 },
    },
  })
  return { userId, token: declineToken(id) }
}

const wants = async (id: string) => (await db().user.findUniqueOrThrow({ where: { id } })).earlyNotices

for (const script of ['', '@nojs']) {
  test(`R-NS-27 early reminders are turned off and on again without signing in ${script}`, async ({
    page,
    portal,
  }) => {
    expect(portal.urls.portal).toBeTruthy()
    const { userId, token } = await reminded()
    await page.goto(`/en/unsubscribe?token=${token}`)
    if (!script) await expectAccessible(page)
    await page.getByRole('button', { name: 'Turn early reminders off' }).click()
    await expect(page.getByText('Early reminders are off.')).toBeVisible()
    expect(await wants(userId)).toBe(false)
    if (!script) await expectAccessible(page)
    await page.getByRole('button', { name: 'Turn early reminders on again' }).click()
    await expect(page.getByText('Early reminders are on again.')).toBeVisible()
    expect(await wants(userId)).toBe(true)
    await page.goto('/en/unsubscribe?token=aaaa')
    await expect(
      page.getByText('This link does not come from a reminder of ours.', { exact: false }),
    ).toBeVisible()
  })
}

test('R-NS-27 a mail program declines by one post, without a cookie or an origin of the portal', async ({
  page,
  portal,
}) => {
  const { userId, token } = await reminded()
  const address = `${portal.urls.portal}/api/unsubscribe/${token}`
  const post = (body: string, to = address) =>
    fetch(to, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } })
  expect((await post('something=else')).status).toBe(400)
  expect(await wants(userId)).toBe(true)
  expect((await post('List-Unsubscribe=One-Click', `${address}x`)).status).toBe(404)
  expect((await post('List-Unsubscribe=One-Click')).status).toBe(200)
  expect(await wants(userId)).toBe(false)
  await page.goto(address)
  await expect(page.getByRole('button', { name: 'Turn early reminders on again' })).toBeVisible()
})
