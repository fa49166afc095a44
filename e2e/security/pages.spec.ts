/** Every page as those it is for see it: axe, languages, darkness, width, weight, policy, addresses. */
import { gzipSync } from 'node:zlib'
import {
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  expect,
  type Page,
} from '@playwright/test'
import { LOCALES } from '@/lib/i18n/locale'
import { MODULES } from '@/lib/i18n/modules'
import { expectAccessibleInBoth } from '../accessible'
import { expectChineseDrawn } from '../faces'
import { expectNothingBeside } from '../room'
import { signIn } from '../people'
import { type Portal, test } from '../portal'
import { expectNothingPersonalInAddresses, expectOwnPolicy, type PageAnswer, personalData } from './answers'
import { actorFor, type Fixture, FIXTURES, routesOf } from './routes'
import type { Scene } from './scene'

const MOST_SCRIPT_BYTES = 200_000

/** Languages whose pages are looked at in the browser; of the others the words are read. */
const WITH_AXE: readonly string[] = ['en', 'zh-Hant-HK']

/** The two languages with axe, which take longest, lie apart. */
const LANGUAGES = ['en', 'vi', 'da', 'zh-Hant-HK', 'ro', 'hi']

/** The pages of one test with axe: few enough to be through within a minute or two. */
const PART = 12

test('every page of app/ has a fixture here, in every language', () => {
  expect(Object.keys(FIXTURES).sort()).toEqual(routesOf())
  expect([...LANGUAGES].sort()).toEqual([...LOCALES].sort())
})

test.describe('every page', () => {
  for (const locale of LANGUAGES) {
    if (!WITH_AXE.includes(locale)) {
      test(`has all its texts in ${locale}, a policy of its own, and nothing personal in an address`, async ({
        browser,
        portal,
        scene,
      }) => {
        test.setTimeout(600_000)
        const personal = await personalData(scene)
        const nonces = new Set<string>()
        let addresses = 0
        await readAll({ browser, portal, scene, locale }, (answer) => {
          expect(answer.html, answer.at).toContain(`<html lang="${locale}"`)
          expectAllTexts(wordsOf(answer.html), answer.at)
          expectOwnPolicy(answer, nonces)
          addresses += expectNothingPersonalInAddresses(answer, personal)
        })
        expect(addresses).toBeGreaterThan(500)
      })
      continue
    }
    for (const [index, routes] of parts().entries()) {
      const which = `${routes[0]} to ${routes.at(-1)}`
      test(`${index + 1}, ${which}, has its texts in ${locale} and passes axe, light and dark`, async ({
        browser,
        portal,
        scene,
      }) => {
        test.setTimeout(600_000)
        await visit({ browser, portal, scene, locale }, routes, async (page) => {
          expectAllTexts(await page.locator('body').innerText(), page.url())
          expect(await page.locator('html').getAttribute('lang')).toBe(locale)
          await expectNothingBeside(page)
          // A page in Chinese brings the whole face; of another, single names need it.
          if (locale === 'en') await expectChineseDrawn(page)
          await expectAccessibleInBoth(page)
        })
      })
    }
  }

  test('of the registrant’s path ships at most 200 kB of gzipped JavaScript', async ({
    browser,
    portal,
    scene,
  }) => {
    const weights: string[] = []
    const weighed = new Map<string, number>()
    const path = Object.entries(FIXTURES).filter(([, fixture]) => fixture.isRegistrantPath)
    const contexts = new Contexts(browser, portal, scene)
    for (const [route, { who, paths }] of path) {
      const { request } = await contexts.of(who)
      const bytes = await scriptBytes(request, `/en${paths(scene.ids)[0]}`, weighed)
      weights.push(`${route} ${bytes}`)
      expect(bytes, route).toBeLessThanOrEqual(MOST_SCRIPT_BYTES)
    }
    await contexts.close()
    expect(weights.length).toBeGreaterThan(15)
  })
})

interface Visit {
  browser: Browser
  portal: Portal
  scene: Scene
  locale: string
}

/** A browser's context for each of those whom pages are for, signed in. */
class Contexts {
  private readonly known = new Map<Fixture['who'], BrowserContext>()

  constructor(
    private readonly browser: Browser,
    private readonly portal: Portal,
    private readonly scene: Scene,
  ) {}

  async of(who: Fixture['who']): Promise<BrowserContext> {
    const known = this.known.get(who)
    if (known) return known
    const context = await this.browser.newContext({ baseURL: this.portal.urls.portal })
    const actor = actorFor(who, this.scene)
    if (actor) await signIn(this.portal, context, actor)
    this.known.set(who, context)
    return context
  }

  async close(): Promise<void> {
    for (const context of this.known.values()) await context.close()
  }
}

/** Every route once, cut into parts. */
function parts(): string[][] {
  const routes = Object.keys(FIXTURES)
  return Array.from({ length: Math.ceil(routes.length / PART) }, (_, index) =>
    routes.slice(index * PART, (index + 1) * PART),
  )
}

/** Opens pages as those they are for, one browser page for each of them; wants them to answer 200. */
async function visit(
  { browser, portal, scene, locale }: Visit,
  routes: readonly string[],
  look: (page: Page) => Promise<void>,
) {
  const contexts = new Contexts(browser, portal, scene)
  const nonces = new Set<string>()
  for (const fixture of routes.map((route) => FIXTURES[route]!)) {
    const context = await contexts.of(fixture.who)
    const page = context.pages()[0] ?? (await context.newPage())
    for (const path of fixture.paths(scene.ids)) {
      const at = path === '/' ? `/${locale}` : `/${locale}${path}`
      const answer = await page.goto(at)
      expect(answer?.status(), at).toBe(200)
      expectOwnPolicy({ at, headers: answer!.headers(), html: await answer!.text() }, nonces)
      await look(page)
    }
  }
  await contexts.close()
}

/** Reads every page as those it is for, without drawing it. */
async function readAll({ browser, portal, scene, locale }: Visit, look: (answer: PageAnswer) => void) {
  const contexts = new Contexts(browser, portal, scene)
  for (const fixture of Object.values(FIXTURES)) {
    const { request } = await contexts.of(fixture.who)
    for (const path of fixture.paths(scene.ids)) {
      const at = path === '/' ? `/${locale}` : `/${locale}${path}`
      const answer = await request.get(at)
      expect(answer.status(), at).toBe(200)
      look({ at, headers: answer.headers(), html: await answer.text() })
    }
  }
  await contexts.close()
}

/** What a page says, without its scripts and its marks. */
function wordsOf(html: string): string {
  return html.replace(/<(script|style)[^>]*>.*?<\/\1>/gs, ' ').replace(/<[^>]+>/g, ' ')
}

/** next-intl shows a missing text as its key: a module's name and lower-case words, joined by dots. */
const TEXT_KEY = new RegExp(`\\b(${MODULES.join('|')})\\.[a-z][\\w-]*\\b`)

function expectAllTexts(words: string, at: string): void {
  expect(TEXT_KEY.exec(words)?.[0], at).toBeUndefined()
}

/** What a page's own scripts weigh, gzipped, without the polyfills for browsers that have no modules. */
async function scriptBytes(
  request: APIRequestContext,
  path: string,
  weighed: Map<string, number>,
): Promise<number> {
  const html = await (await request.get(path)).text()
  const sources = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)]
    .filter(([tag]) => !/nomodule/i.test(tag))
    .map(([, src]) => src!.replaceAll('&amp;', '&'))
  let bytes = 0
  for (const source of new Set(sources)) {
    const weight = weighed.get(source) ?? (await weigh(request, source))
    weighed.set(source, weight)
    bytes += weight
  }
  return bytes
}

async function weigh(request: APIRequestContext, source: string): Promise<number> {
  return gzipSync(await (await request.get(source)).body(), { level: 9 }).length
}
