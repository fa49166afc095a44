/** The faces that Chinese characters are drawn in, on pages of every language. */
import { expect, type Page } from '@playwright/test'

/** The portal's own face, and those of readers' systems that come before it. */
const FOR_CHINESE = /^(Noto Sans (CJK )?HK|PingFang HK|Microsoft JhengHei)\b/

const CHINESE = /\p{Script=Han}/gu

/**
 * Wants every Chinese character of a page drawn in a face that has it, and none of them as a box; how many parts
 * of the page have some.
 */
export async function expectChineseDrawn(page: Page): Promise<number> {
  let parts = 0
  await expect(async () => {
    const faces = await facesOfChinese(page)
    parts = faces.length
    const boxes = faces.filter(({ wanted, drawn }) => drawn < wanted)
    expect(boxes, page.url()).toEqual([])
  }).toPass({ timeout: 30_000 })
  return parts
}

/** Elements with Chinese text of their own: how many such characters, and how many glyphs of a face that has them. */
async function facesOfChinese(page: Page) {
  const marked = await page.evaluate(markChinese)
  if (marked.length === 0) return []
  const browser = await page.context().newCDPSession(page)
  await browser.send('DOM.enable')
  await browser.send('CSS.enable')
  const { root } = await browser.send('DOM.getDocument', { depth: 0 })
  const selector = { nodeId: root.nodeId, selector: '[data-chinese]' }
  const { nodeIds } = await browser.send('DOM.querySelectorAll', selector)
  const faces = await Promise.all(
    nodeIds.map(async (nodeId, index) => {
      const { fonts } = await browser.send('CSS.getPlatformFontsForNode', { nodeId })
      const fitting = fonts.filter(({ familyName }) => FOR_CHINESE.test(familyName))
      const drawn = fitting.reduce((sum, { glyphCount }) => sum + glyphCount, 0)
      return { text: marked[index]!, wanted: marked[index]!.match(CHINESE)!.length, drawn }
    }),
  )
  await browser.detach()
  return faces
}

/** Marks every visible element that has Chinese text of its own, a field among them; their texts. */
function markChinese(): string[] {
  const marked: string[] = []
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    element.removeAttribute('data-chinese')
    if (element.closest('script, style, option') || !element.checkVisibility()) continue
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)
    const typed = element instanceof HTMLInputElement && element.type === 'text' ? element.value : ''
    const text = own.map((node) => node.nodeValue).join('') + typed
    if (!/\p{Script=Han}/u.test(text)) continue
    element.setAttribute('data-chinese', '')
    marked.push(text)
  }
  return marked
}
