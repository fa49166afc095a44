/** axe on a page, as every journey does on every page it visits. */
import { readFileSync } from 'node:fs'
import type axe from 'axe-core'
import { expect, type Page } from '@playwright/test'

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

/** What a colour scheme can change: everything else is the same document in light and in the dark. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block']

/** Wants no violation of WCAG 2.2 AA on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNone(page, { type: 'tag', values: STANDARD }, 'in light')
}

/** Wants the page without a violation in light, and its colours without one in the dark. */
export async function expectAccessibleInBoth(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectNone(page, { type: 'rule', values: OF_COLOUR }, 'in the dark')
}

/** A page that is still arriving after a click (its title comes last) is looked at again until it has arrived. */
async function expectNone(page: Page, runOnly: axe.RunOnly, when: string): Promise<void> {
  await expect(async () => {
    expect(await violations(page, runOnly), `${page.url()} ${when}`).toEqual([])
  }).toPass({ timeout: 60_000, intervals: [500, 1000, 2000, 5000] })
}

/**
 * What axe finds, as its rules with the elements. It is run in the page itself: no page of the portal has frames, and
 * only violations are brought back, which takes a fifth of the time of a run with all its details.
 */
async function violations(page: Page, runOnly: axe.RunOnly): Promise<readonly string[]> {
  await page.evaluate(coloursAtRest)
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(AXE)
    await page.evaluate(rememberColours)
  }
  return page.evaluate(async (only) => {
    const { axe: run } = window as unknown as { axe: typeof axe }
    const found = await run.run(document, { runOnly: only, resultTypes: ['violations'] })
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
    )
  }, runOnly)
}

interface AxeColour {
  r: number
  g: number
  b: number
  alpha: number
  parseString(text: string): AxeColour
}

/** Has axe read every colour of a page once instead of once for each element: a fifth of its time. */
function rememberColours(): void {
  const { axe: run } = window as unknown as {
    axe: { commons: { color: { Color: { prototype: AxeColour } } } }
  }
  const { prototype } = run.commons.color.Color
  const read = prototype.parseString
  const known = new Map<string, Pick<AxeColour, 'r' | 'g' | 'b' | 'alpha'>>()
  prototype.parseString = function (text) {
    const colour = known.get(text)
    if (colour) return Object.assign(this, colour)
    read.call(this, text)
    known.set(text, { r: this.r, g: this.g, b: this.b, alpha: this.alpha })
    return this
  }
}

/** Resolves when no colour is on its way to another one: half-way it is neither that of light nor that of the dark. */
async function coloursAtRest(): Promise<void> {
  for (let frame = 0; frame < 2; frame++) await new Promise((next) => requestAnimationFrame(next))
  const moving = document.getAnimations().filter((animation) => animation instanceof CSSTransition)
  await Promise.allSettled(moving.map((transition) => transition.finished))
}
