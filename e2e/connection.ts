/** A connection that is slow, or breaks, just while a form is on its way; `page.unrouteAll()` mends it. */
import type { Page } from '@playwright/test'

/** Holds the page's forms back: `arrived` once one was sent; the server has it after `letGo`. */
export async function holdForms(page: Page): Promise<{ arrived: Promise<unknown>; letGo: () => void }> {
  let letGo = () => {}
  const gone = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route('**/*', async (route) => {
    if (route.request().method() === 'POST') await gone
    await route.continue()
  })
  return { arrived: page.waitForRequest((request) => request.method() === 'POST'), letGo }
}

/** Has the page's forms get no answer. */
export async function breakForms(page: Page): Promise<void> {
  await page.route('**/*', (route) =>
    route.request().method() === 'POST' ? route.abort('connectionreset') : route.continue(),
  )
}

/** Opens a page and waits until its forms are sent by script. */
export async function openScripted(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() =>
    [...document.forms].every((form) => Object.keys(form).some((key) => key.startsWith('__reactProps'))),
  )
}
