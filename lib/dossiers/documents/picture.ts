/** A document as pictures of its pages: what the desk looks at. Nothing of the upload itself reaches a browser. */
import { readFile } from 'node:fs/promises'
import { PDFiumLibrary, type PDFiumPageRenderOptions } from '@hyzyla/pdfium'
import sharp from 'sharp'
import { storagePath } from '@/lib/platform/storage'

/** Pages of a PDF shown at most; an application needs few. */
const MOST_PAGES = 50
const WIDEST = 1600

const kept = globalThis as { tenurePdfium?: Promise<PDFiumLibrary> }

function pdfium(): Promise<PDFiumLibrary> {
  kept.tenurePdfium ??= PDFiumLibrary.init()
  return kept.tenurePdfium
}

interface Stored {
  readonly storageKey: string
  readonly mediaType: string
}

/** How many pages a document has; 0 when it cannot be read. */
export async function pageCount({ storageKey, mediaType }: Stored): Promise<number> {
  if (mediaType !== 'application/pdf') return 1
  try {
    const document = await (await pdfium()).loadDocument(await readFile(storagePath(storageKey)))
    const count = document.getPageCount()
    document.destroy()
    return Math.min(count, MOST_PAGES)
  } catch {
    return 0
  }
}

/** Page `page` (from 1) as a PNG or JPEG; null when there is no such page. */
export async function pagePicture(
  { storageKey, mediaType }: Stored,
  page: number,
): Promise<{ body: Buffer; type: string } | null> {
  if (mediaType !== 'application/pdf') return page === 1 ? imagePicture(storageKey) : null
  const document = await (await pdfium()).loadDocument(await readFile(storagePath(storageKey)))
  try {
    if (page < 1 || page > Math.min(document.getPageCount(), MOST_PAGES)) return null
    const picture = await document.getPage(page - 1).render({ scale: 2, render: toPng })
    return { body: Buffer.from(picture.data), type: 'image/png' }
  } finally {
    document.destroy()
  }
}

async function toPng({ data, width, height }: PDFiumPageRenderOptions): Promise<Uint8Array> {
  return sharp(data, { raw: { width, height, channels: 4 } })
    .resize({ width: WIDEST, withoutEnlargement: true })
    .png()
    .toBuffer()
}

/** Encoded anew: whatever hid in the file's metadata stays behind. */
async function imagePicture(storageKey: string) {
  const body = await sharp(storagePath(storageKey))
    .rotate()
    .resize({ width: WIDEST, withoutEnlargement: true })
    .jpeg({ quality: 88 })
    .toBuffer()
  return { body, type: 'image/jpeg' }
}
