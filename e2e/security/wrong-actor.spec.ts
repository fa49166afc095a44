/** Every page and machine route opened by those it is not for: nothing of its owner may show. */
import { type APIRequestContext, type APIResponse, type Browser, expect } from '@playwright/test'
import { samplePdf } from '@/lib/dossiers/documents/sample-files'
import { person } from '@/lib/dossiers/dossiers-under-test'
import type { Role, UserActor } from '@/lib/kernel/actor'
import { db } from '@/lib/platform/db'
import { signIn } from '../people'
import { type Answer, EVERYBODY, EXPECTED, type Who } from './expected'
import { type Portal, test } from '../portal'
import { FIXTURES, routesOf } from './routes'
import type { Scene } from './scene'

const ROLES: Readonly<Partial<Record<Who, Role>>> = {
  reseller: 'RESELLER',
  agent: 'AGENT',
  operator: 'OPERATOR',
  'weak agent': 'AGENT',
  'weak operator': 'OPERATOR',
}

/** A browser's requests as one of them; staff without the second factor have only typed their password. */
async function requestsOf(browser: Browser, portal: Portal, who: Who): Promise<APIRequestContext> {
  const context = await browser.newContext({ baseURL: portal.urls.portal })
  if (who === 'visitor') return context.request
  const actor: UserActor = await person(ROLES[who])
  await signIn(portal, context, { ...actor, secondFactor: actor.secondFactor && !who.startsWith('weak') })
  return context.request
}

test('every page that is not a visitor’s has an expectation here', () => {
  const guarded = routesOf().filter((route) => FIXTURES[route]?.who !== 'visitor')
  expect(Object.keys(EXPECTED).sort()).toEqual(guarded)
})

test.describe('the wrong actor', () => {
  let scene: Scene
  test.beforeAll(({ scene: set }) => {
    scene = set
  })

  /** What belongs to the owner, without what the asker put into the address themselves. */
  async function expectNothingOf(answer: APIResponse, path: string, what: string) {
    const told = `${await answer.text()} ${JSON.stringify(answer.headers())}`
    for (const secret of scene.secrets.filter((entry) => !path.includes(entry))) {
      expect(
        told.includes(secret) || told.includes(encodeURIComponent(secret)),
        `${what}: ${path} tells ${secret}`,
      ).toBe(false)
    }
  }

  for (const who of EVERYBODY) {
    test(`${who} sees nothing of the owner on any page`, async ({ browser, portal }) => {
      const request = await requestsOf(browser, portal, who)
      for (const [route, expected] of Object.entries(EXPECTED)) {
        for (const path of FIXTURES[route]!.paths(scene.ids)) {
          const answer = await request.get(`/en${path}`, { maxRedirects: 0 })
          await expectAnswer(answer, expected[who], `${who}: ${path}`)
          if (expected[who] === 'theirs by right') continue
          await expectNothingOf(answer, path, who)
          const partial = await request.get(`/en${path}`, { headers: { rsc: '1' }, maxRedirects: 0 })
          expect([200, 307, 404], `${who}: ${path} as RSC`).toContain(partial.status())
          await expectNothingOf(partial, path, `${who}, RSC`)
          const [page, query] = path.split('?')
          const suffixed = await request.get(`/en${page}.rsc${query ? `?${query}` : ''}`, { maxRedirects: 0 })
          expect([200, 307, 404], `${who}: ${path}.rsc`).toContain(suffixed.status())
          await expectNothingOf(suffixed, path, `${who}, .rsc`)
        }
      }
    })

    test(`${who} gets no document that is not theirs to see`, async ({ browser, portal }) => {
      const request = await requestsOf(browser, portal, who)
      for (const [which, id] of Object.entries(scene.documents)) {
        const isReviewer = who === 'agent' && which === 'filedId'
        for (const path of [`/api/documents/${id}`, `/api/documents/${id}/pages/1`]) {
          const answer = await request.get(path)
          expect(answer.status(), `${who}: ${path}`).toBe(isReviewer ? 200 : 404)
          if (!isReviewer) expect(await answer.text()).toBe('Not found')
        }
      }
    })

    test(`${who} gets no calendar of a name that is not theirs`, async ({ browser, portal }) => {
      const request = await requestsOf(browser, portal, who)
      const answer = await request.get(`/en/names/${scene.ids.name}/calendar`, { maxRedirects: 0 })
      expect(answer.status()).toBe(404)
      expect(await answer.text()).toBe('Not found')
    })

    test(`${who} hands nothing in to another’s dossier`, async ({ browser, portal }) => {
      const request = await requestsOf(browser, portal, who)
      const before = await db().document.count()
      const answer = await request.post(
        `/api/documents?dossier=${scene.ids.draftId}&kind=identity-card&locale=en`,
        {
          headers: { origin: portal.urls.portal, accept: 'application/json' },
          multipart: { file: { name: 'a.pdf', mimeType: 'application/pdf', buffer: samplePdf() } },
        },
      )
      expect(answer.status()).toBe(who === 'visitor' ? 401 : 404)
      expect(await answer.json()).toMatchObject({ refusal: { message: expect.stringMatching(/\w/) } })
      expect(await db().document.count()).toBe(before)
    })
  }

  test('the owner and the reviewing agent do get the file', async ({ browser, portal }) => {
    for (const [actor, id] of [
      [scene.owner, scene.documents.draftId],
      [scene.owner, scene.documents.filedId],
      [scene.agent, scene.documents.filedId],
    ] as const) {
      const context = await browser.newContext({ baseURL: portal.urls.portal })
      await signIn(portal, context, actor)
      const file = await context.request.get(`/api/documents/${id}`)
      expect(file.status()).toBe(200)
      expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-')
      expect((await context.request.get(`/api/documents/${id}/pages/1`)).headers()['content-type']).toMatch(
        /^image\//,
      )
      await context.close()
    }
  })

  test('the owner does get the calendar of their name', async ({ browser, portal }) => {
    const context = await browser.newContext({ baseURL: portal.urls.portal })
    await signIn(portal, context, scene.owner)
    const file = await context.request.get(`/en/names/${scene.ids.name}/calendar`)
    expect(file.status()).toBe(200)
    expect(file.headers()['content-type']).toBe('text/calendar; charset=utf-8')
    expect(await file.text()).toContain(`UID:expires.${scene.ids.name}@tenure`)
    await context.close()
  })

  test('R-VN-06 a contact who may renew a name sees nothing else of it', async ({ browser, portal }) => {
    const context = await browser.newContext({ baseURL: portal.urls.portal })
    await signIn(portal, context, scene.contact)
    const { organisationName: name, authorisationId } = scene.ids
    const pages = ['', '/return', '/name-servers', '/contacts/admin', '/notices'].map(
      (part) => `/names/${name}${part}`,
    )
    const invoices = await db().invoice.findMany({ where: { customerId: scene.owner.userId } })
    const paths = [...pages, ...invoices.flatMap(({ id }) => [`/invoices/${id}`, `/invoices/${id}/pay`])]
    for (const path of paths) {
      const answer = await context.request.get(`/en${path}`, { maxRedirects: 0 })
      await expectAnswer(answer, 'not on file', `contact: ${path}`)
    }
    const { documentId } = await db().renewalAuthorisation.findUniqueOrThrow({
      where: { id: authorisationId },
    })
    expect((await context.request.get(`/api/documents/${documentId}`)).status()).toBe(404)
    expect((await context.request.get(`/en/names/${name}/calendar`)).status()).toBe(404)
    for (const path of [`/names/${name}/renew`, `/authorisations/${authorisationId}`]) {
      const answer = await context.request.get(`/en${path}`, { maxRedirects: 0 })
      await expectAnswer(answer, 'their own page', `contact: ${path}`)
    }
    await context.close()
  })

  test('the owner’s own upload is refused from a foreign page and from none', async ({ browser, portal }) => {
    const context = await browser.newContext({ baseURL: portal.urls.portal })
    await signIn(portal, context, scene.owner)
    for (const origin of ['https://elsewhere.example', 'null', undefined]) {
      const answer = await context.request.post(
        `/api/documents?dossier=${scene.ids.draftId}&kind=identity-card`,
        {
          headers: origin ? { origin } : {},
          multipart: { file: { name: 'a.pdf', mimeType: 'application/pdf', buffer: samplePdf() } },
          maxRedirects: 0,
        },
      )
      expect(answer.status(), String(origin)).toBe(403)
    }
    await context.close()
  })

  test('a webhook without or with a wrong signature is refused; routes that take POST refuse GET', async ({
    request,
  }) => {
    const hook = '/api/payments/sandbox/webhook'
    const data = JSON.stringify({ id: 'evt_1', type: 'payment.succeeded', data: {} })
    const before = await db().providerEvent.count()
    for (const signature of [undefined, '', 't=1,v1=00', `t=1,v1=${'0'.repeat(64)}`]) {
      const headers: Record<string, string> =
        signature === undefined ? {} : { 'sandbox-pay-signature': signature }
      expect((await request.post(hook, { data, headers })).status(), String(signature)).toBe(401)
    }
    expect(await db().providerEvent.count()).toBe(before)
    expect((await request.get(hook)).status()).toBe(405)
    expect((await request.get('/api/documents')).status()).toBe(405)
  })
})

async function expectAnswer(answer: APIResponse, expected: Answer, what: string): Promise<void> {
  const location = answer.headers().location ?? ''
  const statuses: Record<Answer, number> = {
    'sign in': 307,
    'second factor': 307,
    onward: 307,
    'not on file': 200,
    'their own page': 200,
    'theirs by right': 200,
    'no page': 404,
  }
  expect(answer.status(), what).toBe(statuses[expected])
  if (expected === 'sign in') expect(location, what).toMatch(/\/en\/sign-in\?/)
  if (expected === 'second factor') expect(location, what).toMatch(/\/en\/sign-in\/code\?next=/)
  // The texts of every page hold the words too, in its scripts, for the case that it fails later.
  const shown = (await answer.text()).replaceAll(/<script[\s\S]*?<\/script>/g, '')
  const isLost = shown.includes('This page is not on file')
  if (expected === 'not on file') expect(isLost, `${what} is not on file`).toBe(true)
  if (expected === 'their own page') expect(isLost, `${what} is there`).toBe(false)
}
