/** axe on a page, as every journey does on every page it visits. */
import axe from 'axe-core'
import { expect, type Page } from '@playwright/test'

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What a colour scheme can change: everything else is the same document in light and in the dark. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block']

/** Wants no violation of WCAG 2.2 AA on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await violations(page, { type: 'tag', values: STANDARD }), page.url()).toEqual([])
}

/** Wants the page without a violation in light, and its colours without one in the dark. */
export async function expectAccessibleInBoth(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const found = await violations(page, { type: 'rule', values: OF_COLOUR })
  expect(found, `${page.url()} in the dark`).toEqual([])
}

/**
 * What axe finds, as its rules with the elements. It is run in the page itself: no page of the portal has frames, and
 * only violations are brought back, which takes a fifth of the time of a run with all its details.
 */
async function violations(page: Page, runOnly: axe.RunOnly): Promise<readonly string[]> {
  await page.evaluate(coloursAtRest)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async (only) => {
    const { axe: run } = window as unknown as { axe: typeof axe }
    const found = await run.run(document, { runOnly: only, resultTypes: ['violations'] })
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
    )
  }, runOnly)
}

/** Resolves when no colour is on its way to another one: half-way it is neither that of light nor that of the dark. */
async function coloursAtRest(): Promise<void> {
  for (let frame = 0; frame < 2; frame++) await new Promise((next) => requestAnimationFrame(next))
  const moving = document.getAnimations().filter((animation) => animation instanceof CSSTransition)
  await Promise.allSettled(moving.map((transition) => transition.finished))
}
