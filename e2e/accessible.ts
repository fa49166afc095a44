/** axe on a page, as every journey does on every page it visits. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What a colour scheme can change: everything else is the same document in light and in the dark. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block']

/** The portal has no frames, so axe needs no page of its own to put their results together. */
const axeOn = (page: Page) => new AxeBuilder({ page }).setLegacyMode(true)

type Found = Awaited<ReturnType<AxeBuilder['analyze']>>['violations']

function expectNone(violations: Found, at: string): void {
  const told = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  )
  expect(told, at).toEqual([])
}

/** Wants no violation of WCAG 2.2 AA on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await axeOn(page)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  expectNone(violations, page.url())
}

/** Wants the page without a violation in light, and its colours without one in the dark. */
export async function expectAccessibleInBoth(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const { violations } = await axeOn(page).withRules(OF_COLOUR).analyze()
  expectNone(violations, `${page.url()} in the dark`)
}
