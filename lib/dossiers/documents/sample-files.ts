/** Small real files for tests and demonstration data. */
import sharp from 'sharp'

interface PdfWishes {
  readonly pages?: number
  /** Width and height of its pages, in points. */
  readonly size?: readonly [number, number]
  /** Whether it asks for a password. */
  readonly isLocked?: boolean
}

/** A PDF whose pages say a line of text. */
export function samplePdf(text = 'Tenure', wishes: PdfWishes = {}): Buffer {
  const { pages = 1, size = [595, 842], isLocked = false } = wishes
  const escaped = text.replace(/[^\x20-\x7e]/g, '?').replace(/[\\()]/g, '\\$&')
  const content = `BT /F1 24 Tf 72 720 Td (${escaped}) Tj ET`
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size.join(' ')}] /Contents 3 0 R /Resources << /Font << /F1 4 0 R >> >> >>`
  const kids = Array.from({ length: pages }, (_, index) => `${index + 5} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...Array.from({ length: pages }, () => page),
  ]
  return Buffer.from(pdfOf(objects, isLocked ? LOCK : ''), 'latin1')
}

/** Marks a PDF as encrypted (ISO 32000-1 §7.6); no password fits the two keys. */
const LOCK = ` /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'00'.repeat(32)}> /U <${'11'.repeat(32)}> >>`

function pdfOf(objects: readonly string[], more: string): string {
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${more} >>\nstartxref\n${body.length}\n%%EOF\n`
  return body + table + trailer
}

/** A photograph-like picture with a line of text. */
export function sampleImage(format: 'jpeg' | 'png', text = 'Tenure'): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="860" height="540">
    <rect width="860" height="540" fill="#e8efe4"/><rect x="24" y="24" width="812" height="492" fill="none" stroke="#3b5a44" stroke-width="3"/>
    <rect x="56" y="150" width="200" height="250" fill="#c9d2c4"/>
    <text x="300" y="110" font-size="34" font-family="sans-serif" fill="#23352a">SPECIMEN</text>
    <text x="300" y="220" font-size="40" font-family="monospace" fill="#101510">${text}</text></svg>`
  const picture = sharp(Buffer.from(svg))
  return format === 'jpeg' ? picture.jpeg({ quality: 82 }).toBuffer() : picture.png().toBuffer()
}
