/** PDFs, opened by PDFium compiled to WebAssembly: what a hostile one does stays within the WebAssembly's memory. */
import { readFile } from 'node:fs/promises'
import {
  type PDFiumDocument,
  PDFiumLibrary,
  type PDFiumPage,
  type PDFiumPageRenderOptions,
} from '@hyzyla/pdfium'
import sharp from 'sharp'
import { ok, refuse, type Result } from '@/lib/kernel/result'

/** Pages of a document at most: an application needs few, and the desk looks at every one. */
const MOST_PAGES = 50

/** Pixels of a page's picture at most; a page says itself how large it is, so it could ask for any amount of memory. */
export const WIDEST = 1600
const TALLEST = 4000

/** A page of 72 points an inch is drawn at 144 dots an inch. */
const SHARPEST = 2

const kept = globalThis as { tenurePdfium?: Promise<PDFiumLibrary> }

function pdfium(): Promise<PDFiumLibrary> {
  kept.tenurePdfium ??= PDFiumLibrary.init()
  return kept.tenurePdfium
}

interface Loaded {
  readonly library: PDFiumLibrary
  readonly content: Buffer
}

async function load(path: string): Promise<Loaded> {
  return { library: await pdfium(), content: await readFile(path) }
}

/** Opens a PDF for `work`. After a crash inside PDFium its memory is not to be trusted: the next one is new. */
async function opened<T>(
  { library, content }: Loaded,
  work: (document: PDFiumDocument) => Promise<T> | T,
): Promise<T> {
  let document: PDFiumDocument | undefined
  try {
    document = await library.loadDocument(content)
    return await work(document)
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) {
      document = undefined
      kept.tenurePdfium = undefined
    }
    throw error
  } finally {
    document?.destroy()
  }
}

/**
 * Whether the desk could look at the PDF at `path`. Refuses `file-locked` (it asks for a password), `file-mixed` (it
 * cannot be opened, or its first page cannot be drawn) and `file-pages` (more than the desk can be asked to look at).
 */
export async function checkPdf(path: string): Promise<Result<null>> {
  const loaded = await load(path)
  try {
    return await opened(loaded, (document) => {
      const pages = document.getPageCount()
      if (pages > MOST_PAGES) return refuse('file-pages', { field: 'file', params: { most: MOST_PAGES } })
      return pages > 0 && scaleOf(document.getPage(0)) ? ok(null) : refuse('file-mixed', { field: 'file' })
    })
  } catch (error) {
    const isLocked = error instanceof Error && /password|security/i.test(error.message)
    return refuse(isLocked ? 'file-locked' : 'file-mixed', { field: 'file' })
  }
}

/** How many pages of the PDF at `path` the desk looks at; 0 when it cannot be read. */
export async function pdfPages(path: string): Promise<number> {
  try {
    return await opened(await load(path), (document) => Math.min(document.getPageCount(), MOST_PAGES))
  } catch {
    return 0
  }
}

/** Page `page` (from 1) of the PDF at `path` as a PNG; null when there is none that can be drawn. */
export async function pdfPicture(path: string, page: number): Promise<Buffer | null> {
  return opened(await load(path), async (document) => {
    if (page < 1 || page > Math.min(document.getPageCount(), MOST_PAGES)) return null
    const drawn = document.getPage(page - 1)
    const scale = scaleOf(drawn)
    return scale ? Buffer.from((await drawn.render({ scale, render: toPng })).data) : null
  })
}

/** How many pixels a point of the page becomes; null when it is too narrow for its length to be drawn at all. */
function scaleOf(page: PDFiumPage): number | null {
  const { originalWidth: width, originalHeight: height } = page.getOriginalSize()
  const scale = Math.min(SHARPEST, WIDEST / width, TALLEST / height)
  return Math.min(width, height) * scale >= 1 ? scale : null
}

function toPng({ data, width, height }: PDFiumPageRenderOptions): Promise<Uint8Array> {
  return sharp(data, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer()
}
