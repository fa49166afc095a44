/** Every page: axe, languages, darkness, width, weight; and whether it opens for those it is not for. */
import { gzipSync } from 'node:zlib'
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'
import { LOCALES } from '@/lib/i18n/locale'
import { MODULES } from '@/lib/i18n/modules'
import { expectAccessibleInBoth } from '../accessible'
import { signIn } from '../people'
import { type Portal, test } from '../portal'
import { actorFor, FIXTURES, routesOf } from './routes'
import type { Scene } from './scene'

const MOST_SCRIPT_BYTES = 200_000

/** Languages whose pages are looked at in the browser; of the others the words are read. */
const WITH_AXE: readonly string[] = ['en', 'zh-Hant-HK']

/** Each worker takes a half of a file's tests, in their order: so the two languages with axe lie apart. */
const LANGUAGES = ['en', 'vi', 'da', 'zh-Hant-HK', 'ro', 'hi']

/** The pages of one test with axe: few enough to be through within a minute or two. */
const PART = 12

test('every page of app/ has a fixture here, in every language', () => {
  expect(Object.keys(FIXTURES).sort()).toEqual(routesOf())
  expect([...LANGUAGES].sort()).toEqual([...LOCALES].sort())
})

test.describe('every page', () => {
  let scene: Scene
  test.beforeAll(({ scene: set }) => {
    scene = set
  })

  for (const locale of LANGUAGES) {
    if (!WITH_AXE.includes(locale)) {
      test(`has all its texts in ${locale}`, async ({ browser, portal }) => {
        test.setTimeout(600_000)
        await readAll({ browser, portal, scene, locale }, (html, at) => {
          expect(html, at).toContain(`<html lang="${locale}"`)
          expectAllTexts(wordsOf(html), at)
        })
      })
      continue
    }
    for (const [index, routes] of parts().entries()) {
      const which = `${routes[0]} to ${routes.at(-1)}`
      test(`${index + 1}, ${which}, has its texts in ${locale} and passes axe, light and dark`, async ({
        browser,
        portal,
      }) => {
        test.setTimeout(600_000)
        await visit({ browser, portal, scene, locale }, routes, async (page) => {
          expectAllTexts(await page.locator('body').innerText(), page.url())
          expect(await page.locator('html').getAttribute('lang')).toBe(locale)
          await expectNoSidewaysScroll(page)
          await expectAccessibleInBoth(page)
        })
      })
    }
  }

  test('of the registrant’s path ships at most 200 kB of gzipped JavaScript', async ({ browser, portal }) => {
    const weights: string[] = []
    for (const [route, fixture] of Object.entries(FIXTURES)) {
      if (!fixture.isRegistrantPath) continue
      const context = await contextFor(browser, portal, scene, fixture.who)
      const page = await context.newPage()
      const bytes = await scriptBytes(page, `/en${fixture.paths(scene.ids)[0]}`)
      weights.push(`${route} ${bytes}`)
      expect(bytes, route).toBeLessThanOrEqual(MOST_SCRIPT_BYTES)
      await context.close()
    }
    expect(weights.length).toBeGreaterThan(15)
  })
})

interface Visit {
  browser: Browser
  portal: Portal
  scene: Scene
  locale: string
}

async function contextFor(
  browser: Browser,
  portal: Portal,
  scene: Scene,
  who: Parameters<typeof actorFor>[0],
) {
  const context = await browser.newContext({ baseURL: portal.urls.portal })
  const actor = actorFor(who, scene)
  if (actor) await signIn(portal, context, actor)
  return context
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
  const pages = new Map<string, Page>()
  for (const fixture of routes.map((route) => FIXTURES[route]!)) {
    const known = pages.get(fixture.who)
    const page = known ?? (await (await contextFor(browser, portal, scene, fixture.who)).newPage())
    pages.set(fixture.who, page)
    for (const path of fixture.paths(scene.ids)) {
      const at = path === '/' ? `/${locale}` : `/${locale}${path}`
      expect((await page.goto(at))?.status(), at).toBe(200)
      await look(page)
    }
  }
  for (const page of pages.values()) await page.context().close()
}

/** Reads every page as those it is for, without drawing it. */
async function readAll({ browser, portal, scene, locale }: Visit, look: (html: string, at: string) => void) {
  const contexts = new Map<string, BrowserContext>()
  for (const fixture of Object.values(FIXTURES)) {
    const context = contexts.get(fixture.who) ?? (await contextFor(browser, portal, scene, fixture.who))
    contexts.set(fixture.who, context)
    for (const path of fixture.paths(scene.ids)) {
      const at = path === '/' ? `/${locale}` : `/${locale}${path}`
      const answer = await context.request.get(at)
      expect(answer.status(), at).toBe(200)
      look(await answer.text(), at)
    }
  }
  for (const context of contexts.values()) await context.close()
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

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const size = page.viewportSize()
  await page.setViewportSize({ width: 390, height: 844 })
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(over, `${page.url()} at 390 px`).toBeLessThanOrEqual(0)
  if (size) await page.setViewportSize(size)
}

/** What a page's own scripts weigh, gzipped, without the polyfills for browsers that have no modules. */
async function scriptBytes(page: Page, path: string): Promise<number> {
  const html = await (await page.request.get(path)).text()
  const sources = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)].filter(
    ([tag]) => !/nomodule/i.test(tag),
  )
  let bytes = 0
  for (const source of new Set(sources.map(([, src]) => src!.replaceAll('&amp;', '&')))) {
    bytes += gzipSync(await (await page.request.get(source)).body(), { level: 9 }).length
  }
  return bytes
}
