/** What an uploaded file really is. Uploads are hostile: only what is wholly a PDF, JPEG or PNG passes. */
import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import sharp from 'sharp'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import { checkPdf } from './pdf'

export const MEDIA_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

/** A page photographed at 600 dpi is far below this. */
const MAX_PIXELS = 100_000_000
const EDGE = 65_557

/**
 * The file's type, told from its content, never from its name. Refuses `file-empty`, `file-type` (anything
 * else, SVG and HTML among it), `file-mixed` (a file that is also something else, or is not whole) and, of PDFs,
 * what checkPdf refuses: what the desk could not look at is told to its sender at once.
 */
export async function contentType(path: string, size: number): Promise<Result<MediaType>> {
  if (size === 0) return refuse('file-empty', { field: 'file' })
  const found = await fileTypeFromFile(path)
  if (!isMediaType(found?.mime)) return refuse('file-type', { field: 'file' })
  const [head, tail] = await edges(path, size)
  const whole =
    found.mime === 'application/pdf' ? isWholePdf(head, tail) : await isWholeImage(path, found.mime, tail)
  if (!whole) return refuse('file-mixed', { field: 'file' })
  const seen = found.mime === 'application/pdf' ? await checkPdf(path) : ok(null)
  return seen.ok ? ok(found.mime) : seen
}

function isMediaType(mime: string | undefined): mime is MediaType {
  return MEDIA_TYPES.some((type) => type === mime)
}

/** The first and last 64 KiB, as bytes. */
async function edges(path: string, size: number): Promise<[Buffer, Buffer]> {
  const file = await open(path)
  try {
    const length = Math.min(EDGE, size)
    const head = Buffer.alloc(length)
    const tail = Buffer.alloc(length)
    await file.read(head, 0, length, 0)
    await file.read(tail, 0, length, size - length)
    return [head, tail]
  } finally {
    await file.close()
  }
}

/** Signatures that do not belong into a scan: archives at the end, markup at the beginning. */
function isPolyglot(head: Buffer, tail: Buffer): boolean {
  const zipEnd = Buffer.from([0x50, 0x4b, 0x05, 0x06])
  return (
    tail.includes(zipEnd) || /<(script|html|svg|!doctype|\?php)/i.test(head.toString('latin1').slice(0, 4096))
  )
}

/** A PDF begins with its mark and ends with `%%EOF` and nothing but line ends after it. */
function isWholePdf(head: Buffer, tail: Buffer): boolean {
  const text = tail.toString('latin1')
  const end = text.lastIndexOf('%%EOF')
  if (end < 0 || text.slice(end + 5).trim() !== '') return false
  return head.toString('latin1', 0, 5) === '%PDF-' && !isPolyglot(head, tail)
}

/** An image decodes wholly and has nothing after its end. */
async function isWholeImage(path: string, type: MediaType, tail: Buffer): Promise<boolean> {
  const jpegEnd = Buffer.from([0xff, 0xd9])
  const pngEnd = Buffer.from('0000000049454e44ae426082', 'hex')
  const end = type === 'image/jpeg' ? jpegEnd : pngEnd
  if (!tail.subarray(-end.length).equals(end) || isPolyglot(Buffer.alloc(0), tail)) return false
  try {
    await sharp(path, { limitInputPixels: MAX_PIXELS, failOn: 'warning' }).stats()
    return true
  } catch {
    return false
  }
}
