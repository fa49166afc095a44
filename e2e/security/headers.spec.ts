/** What answers say besides their content: policy, origin, sandbox, cookies. Of the pages themselves: pages.spec. */
import { expect } from '@playwright/test'
import { account, PASSWORD, signIn } from '../people'
import { test } from '../portal'
import { policyOf } from './answers'
import type { Scene } from './scene'

let scene: Scene
test.beforeAll(({ scene: set }) => {
  scene = set
})

test('a page whose address holds a dot has the policy too', async ({ browser, portal }) => {
  const context = await browser.newContext({ baseURL: portal.urls.portal })
  for (const path of ['/en/names/a.vn', '/en/extensions/com.vn', '/en/no.such.page', '/no.such.page']) {
    const answer = await context.request.get(path, { maxRedirects: 0 })
    expect(policyOf(answer.headers()).get('script-src'), path).toContain("'nonce-")
  }
  await context.close()
})

test('a post from a foreign page, or from none, ends before the page', async ({ request, portal }) => {
  const foreign = ['https://elsewhere.example', 'null', 'not an origin', undefined]
  for (const path of ['/en/sign-in', '/en/names/a.vn', '/en/credit', '/en']) {
    for (const origin of foreign) {
      const headers = { ...(origin && { origin }), 'next-action': 'a'.repeat(42) }
      const answer = await request.post(path, { form: { email: 'a@example.com' }, headers, maxRedirects: 0 })
      expect(answer.status(), `${path} from ${origin}`).toBe(403)
      expect(answer.headers()['content-type']).toContain('text/plain')
    }
    const own = await request.post(path, {
      form: {},
      headers: { origin: portal.urls.portal },
      maxRedirects: 0,
    })
    expect(own.status(), `${path} from the portal`).not.toBe(403)
  }
})

test('a form larger than 1 MB is refused by its length', async ({ request, portal }) => {
  const headers = { origin: portal.urls.portal }
  const answer = await request.post('/en/sign-in', { form: { email: 'a'.repeat(1_100_000) }, headers })
  expect(answer.status()).toBe(413)
})

test('RDAP alone may be read by other sites, its errors too', async ({ request }) => {
  const origin = { origin: 'https://elsewhere.example' }
  const asked: readonly (readonly [string, number])[] = [
    [`/rdap/domain/${scene.ids.name}`, 200],
    ['/rdap/help', 200],
    ['/rdap/domain/nothing-here.vn', 404],
    ['/rdap/domain/-.vn', 400],
    ['/rdap/domain/%E0%A4%A.vn', 400],
    ['/rdap/domain/', 404],
    ['/rdap/nameserver/ns1.example.net', 404],
    ['/rdap/anything/else/at/all', 404],
  ]
  for (const [path, status] of asked) {
    const answer = await request.get(path, { headers: origin })
    expect(answer.status(), path).toBe(status)
    expect(answer.headers()['content-type'], path).toBe('application/rdap+json')
    expect(answer.headers()['access-control-allow-origin'], path).toBe('*')
    expect(answer.headers()['content-security-policy'], path).toContain("default-src 'none'")
    const body = (await answer.json()) as Record<string, unknown>
    expect(body.rdapConformance, path).toContain('rdap_level_0')
    if (status !== 200) expect(body, path).toMatchObject({ errorCode: status, title: expect.any(String) })
  }
  const others = [
    '/api/health',
    '/api/documents/x',
    '/robots.txt',
    '/icon.svg',
    '/en/lookup',
    '/en/nothing',
    '/en/sign-in',
  ]
  for (const path of others) {
    const answer = await request.get(path, { headers: origin })
    expect(answer.headers()['access-control-allow-origin'], path).toBeUndefined()
  }
})

test('a document runs nothing and is kept by nobody else', async ({ browser, portal }) => {
  const context = await browser.newContext({ baseURL: portal.urls.portal })
  await signIn(portal, context, scene.owner)
  const file = await context.request.get(`/api/documents/${scene.documents.draftId}`)
  const picture = await context.request.get(`/api/documents/${scene.documents.draftId}/pages/1`)
  for (const answer of [file, picture]) {
    expect(answer.status()).toBe(200)
    const policy = policyOf(answer.headers())
    expect(policy.get('sandbox')).toBe('')
    expect(policy.get('default-src')).toBe("'none'")
    expect(answer.headers()['x-content-type-options']).toBe('nosniff')
    expect(answer.headers()['cache-control']).toContain('private')
  }
  expect(file.headers()['content-disposition']).toMatch(/^inline; filename\*=UTF-8''nhap-/)
  await context.close()
})

test('the session’s cookie is for the server alone, and Lax', async ({ page, context }) => {
  const email = await account()
  await page.goto('/en/sign-in')
  await page.getByLabel('Mail address').fill(email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(/\/en\/names$/)
  const session = (await context.cookies()).find((cookie) => cookie.name.includes('session'))
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  expect(await page.evaluate(() => document.cookie)).not.toContain('session')
  expect(page.url()).not.toContain('@')
})

test('a sign-in that fails puts nothing that was typed into the address', async ({ page }) => {
  await page.goto('/en/sign-in')
  await page.getByLabel('Mail address').fill('somebody@example.com')
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('Mail address and password do not fit together.')).toBeVisible()
  expect(decodeURIComponent(page.url())).not.toMatch(/somebody|password/)
})

test('a language that there is not answers 404', async ({ request }) => {
  for (const path of ['/xx', '/xx/names', '/fr/sign-in', '/EN-us-x/lookup', '/en/xx/names']) {
    expect((await request.get(path)).status(), path).toBe(404)
  }
})
