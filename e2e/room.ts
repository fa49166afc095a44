/** The room that a page takes: none beside the window, none below its foot. */
import { expect, type Page } from '@playwright/test'

/** A phone, a tablet, a laptop's narrower window, and the desk's three parts side by side. */
const WIDTHS = [390, 768, 1024, 1280]

/** Wants that no page scrolls sideways, nor on into an empty room below its foot. */
export async function expectNothingBeside(page: Page): Promise<void> {
  const size = page.viewportSize()
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 })
    const { beside, below } = await page.evaluate(roomOver)
    expect(beside, `${page.url()} at ${width} px`).toBeLessThanOrEqual(0)
    expect(below, `below the foot of ${page.url()} at ${width} px`).toBeLessThanOrEqual(0)
  }
  if (size) await page.setViewportSize(size)
}

/** How far a page goes on beside the window and below its foot, with all that can be opened in it open. */
function roomOver() {
  const closed = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')]
  for (const part of closed) part.open = true
  const { scrollWidth, scrollHeight } = document.documentElement
  const foot = document.querySelector('body > footer')!.getBoundingClientRect().bottom + window.scrollY
  const end = Math.max(Math.ceil(foot), window.innerHeight)
  for (const part of closed) part.open = false
  return { beside: scrollWidth - window.innerWidth, below: scrollHeight - end }
}
