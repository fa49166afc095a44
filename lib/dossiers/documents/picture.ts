/** A document as pictures of its pages: what the desk looks at. Nothing of the upload itself reaches a browser. */
import sharp from 'sharp'
import { storagePath } from '@/lib/platform/storage'
import { pdfPages, pdfPicture, WIDEST } from './pdf'

interface Stored {
  readonly storageKey: string
  readonly mediaType: string
}

/** How many pages a document has; 0 when it cannot be read. */
export async function pageCount({ storageKey, mediaType }: Stored): Promise<number> {
  return mediaType === 'application/pdf' ? pdfPages(storagePath(storageKey)) : 1
}

/** Page `page` (from 1) as a PNG or JPEG; null when there is no such page. */
export async function pagePicture(
  { storageKey, mediaType }: Stored,
  page: number,
): Promise<{ body: Buffer; type: string } | null> {
  if (mediaType !== 'application/pdf') return page === 1 ? imagePicture(storageKey) : null
  const body = await pdfPicture(storagePath(storageKey), page)
  return body && { body, type: 'image/png' }
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
