/** What anybody can find out about extensions and the life of a name, before any sign-up. */
import { expect, type Page } from '@playwright/test'
import { API_SCHEMAS } from '@/lib/domains/calculator/api.schema'
import { expectAccessible } from '../../accessible'
import { test } from '../../portal'

const table = (page: Page) => page.getByRole('table', { name: 'Extensions and prices' })
const show = (page: Page) => page.getByRole('button', { name: 'Show', exact: true }).click()

for (const script of ['', '@nojs']) {
  test(`R-HO-12 R-HO-02 R-HO-04 the table of extensions informs and is narrowed by its address ${script}`, async ({
    page,
  }) => {
    await page.goto('/en/extensions')
    await expect(table(page).getByText(/^6\d areas, such as/)).toBeVisible()
    await expect(table(page).getByRole('link', { name: '.com', exact: true })).toBeVisible()
    await expect(
      page.getByText('Check them before each step, and pay before the due date.').first(),
    ).toBeVisible()

    await page.getByLabel('Part of the extension').fill('hanoi')
    await show(page)
    await page.waitForURL(/filter=hanoi/)
    await expect(table(page).getByRole('rowheader')).toHaveText(['.hanoi.vn'])

    await page.getByRole('link', { name: 'See all extensions' }).click()
    await page.waitForURL(/extensions$/)
    await expect(page.getByLabel('Part of the extension')).toHaveValue('')
    await page.getByLabel('Registry', { exact: true }).selectOption('HKIRC')
    await page.getByLabel('Open to', { exact: true }).selectOption({ label: 'Organisations only' })
    await show(page)
    await page.waitForURL(/registry=HKIRC/)
    await expect(table(page).getByRole('link', { name: '.公司.香港' })).toBeVisible()
    await expect(table(page).getByRole('link', { name: '.hk', exact: true })).toHaveCount(0)
    const address = page.url()

    await page.getByLabel('Asks for', { exact: true }).selectOption({ label: 'Nothing: active at once' })
    await show(page)
    await expect(page.getByText('No extension fits')).toBeVisible()
    await page.goto(address)
    await expect(table(page).getByRole('link', { name: '.公司.香港' })).toBeVisible()
    if (!script) await expectAccessible(page)
  })

  test(`R-HO-01 R-HO-10 R-HO-11 the page of an extension tells its whole life ${script}`, async ({
    page,
  }) => {
    await page.goto(`/en/extensions/${encodeURIComponent('公司.香港')}`)
    await expect(page.getByRole('heading', { level: 1, name: 'Names under .公司.香港' })).toBeVisible()
    await page.goto('/en/extensions/com')
    await expect(page.getByRole('cell', { name: /With a redemption fee of US\$80.00 besides/ })).toBeVisible()
    await expect(page.getByRole('rowheader', { name: 'Deletion' })).toBeVisible()
    await expect(page.getByText('The name unlocked, and its authorisation code')).toBeVisible()
    await page.goto('/en/extensions/vn')
    const versions = page.getByRole('table', { name: 'Versions' })
    await expect(versions.getByRole('rowheader')).toHaveText(['vn@2008-08-08', /vn@2023-06-01in force today/])
    await expect(page.getByText(/prevail in their original language: Tiếng Việt/)).toBeVisible()
    await page.getByRole('link', { name: 'Calculate a life' }).click()
    await expect(page.getByLabel('Extension')).toHaveValue('vn')
  })

  test(`R-VN-04 R-VN-05 R-VN-05b a life is calculated for whoever asks ${script}`, async ({ page }) => {
    await page.goto('/en')
    await page.getByRole('link', { name: 'Life of a name' }).first().click()
    await page.getByLabel('Extension').fill('.vn')
    await page.getByLabel('Expiry date').fill('2024-06-01')
    await page.getByRole('button', { name: 'Show the dates' }).click()
    await page.waitForURL(/expires=2024-06-01/)
    const dates = page.getByRole('table', { name: 'All dates' })
    for (const [what, when] of [
      ['Expires', /Saturday\s*1 Jun 2024, 00:00/],
      ['Suspended', /Monday\s*3 Jun 2024, 16:30/],
      ['Pay by', /Wednesday\s*26 Jun 2024/],
      ['Last day to renew', /Friday\s*28 Jun 2024/],
      ['Reclaim processing begins', /Saturday\s*29 Jun 2024/],
      ['Released, free for others', /Friday\s*12 Jul 2024, 16:30/],
    ] as const) {
      const row = dates
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: what, exact: true }) })
      await expect(row).toContainText(when)
    }
    await expect(page.getByText(/Version vn@2023-06-01 decides/)).toBeVisible()
    if (!script) await expectAccessible(page)

    const json = await page.getByRole('link', { name: 'The same for machines (JSON)' }).getAttribute('href')
    const events = (await (await page.request.get(json ?? '')).json()) as { kind: string; at: string }[]
    expect(events.at(-1)).toMatchObject({ kind: 'released', at: '2024-07-12T16:30:00+07:00' })
    const file = await page.getByRole('link', { name: 'Calendar file (.ics)' }).getAttribute('href')
    const calendar = await page.request.get(file ?? '')
    expect(calendar.headers()['content-type']).toBe('text/calendar; charset=utf-8')
    expect(calendar.headers()['content-disposition']).toMatch(/attachment; filename=".+\.ics"/)
    const text = await calendar.text()
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(events.length)
    expect(text).toContain('DTSTART;VALUE=DATE:20240628\r\n')
    expect(text).toContain('DTSTART:20240712T093000Z\r\n')
  })

  test(`a life that cannot be calculated says why beside its field ${script}`, async ({ page }) => {
    await page.goto('/en/calculator?zone=nowhere&expires=2024-06-01')
    await expect(page.getByLabel('Extension')).toHaveAccessibleDescription(
      /There is no extension \.nowhere here/,
    )
    await page.goto('/en/calculator?zone=vn&expires=2024-06-01&registered=2025-01-01')
    await expect(page.getByLabel('Expiry date')).toHaveAccessibleDescription(/before the registration/)
  })
}

test('R-HO-07 the partner API answers over HTTP as its description says', async ({ page }) => {
  const get = (path: string) => page.request.get(`/api/v1/${path}`)
  const api = await (await get('openapi.json')).json()
  expect(Object.keys(api.components.schemas)).toEqual(Object.keys(API_SCHEMAS))
  const zones = API_SCHEMAS.ZoneSummary.array().parse(await (await get('zones')).json())
  expect(zones.map(({ zone }) => zone)).toEqual(expect.arrayContaining(['vn', 'hanoi.vn', 'com.hk', 'co.uk']))
  const zone = API_SCHEMAS.Zone.parse(await (await get(`zones/${encodeURIComponent('公司.香港')}`)).json())
  expect(zone.zone).toBe('xn--55qx5d.xn--j6w193g')
  const quote = await (await get('zones/vn/quote?name=pho.vn&operation=register&years=2')).json()
  expect(API_SCHEMAS.QuoteLine.array().parse(quote)).toMatchObject([
    { kind: 'registration', amount: 100_000, currency: 'VND' },
    { kind: 'maintenance', amount: 700_000, years: 2, rule: 'R-VN-08' },
  ])
  const refused = await get('zones/vn/quote?name=pho.vn&operation=renew&years=11')
  expect([refused.status(), refused.headers()['content-type']]).toEqual([400, 'application/problem+json'])
  expect(API_SCHEMAS.Problem.parse(await refused.json())).toMatchObject({ field: 'years', rule: 'R-NS-28' })
  expect((await get('zones/nowhere')).status()).toBe(404)
})
