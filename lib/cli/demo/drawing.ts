/** A sheet of strokes, as the JPEG of a photograph or as a PDF. */
import sharp from 'sharp'
import { type Stroke, strokesOf } from './strokes'

export type Ink = 'black' | 'grey' | 'blue' | 'red'

const COLOURS: Readonly<Record<Ink, readonly [number, number, number]>> = {
  black: [26, 30, 28],
  grey: [108, 118, 112],
  blue: [32, 62, 150],
  red: [196, 44, 34],
}

interface Line {
  readonly stroke: Stroke
  readonly ink: Ink
  readonly width: number
}

export class Drawing {
  private readonly lines: Line[] = []

  /** Size in points. */
  constructor(
    readonly width: number,
    readonly height: number,
  ) {}

  /** Writes a line of text; `size` is the height of a capital. */
  write(text: string, x: number, y: number, size: number, ink: Ink = 'black'): this {
    for (const stroke of strokesOf(text, x, y, size)) this.lines.push({ stroke, ink, width: size / 8 })
    return this
  }

  /** Draws a stroke. */
  draw(stroke: Stroke, ink: Ink, width = 1.5): this {
    this.lines.push({ stroke, ink, width })
    return this
  }

  box(x: number, y: number, width: number, height: number, ink: Ink): this {
    const [right, bottom] = [x + width, y + height]
    return this.draw(
      [
        [x, y],
        [right, y],
        [right, bottom],
        [x, bottom],
        [x, y],
      ],
      ink,
    )
  }

  ring(x: number, y: number, radius: number, ink: Ink): this {
    const points = Array.from({ length: 49 }, (_, at) => {
      const angle = (at / 48) * 2 * Math.PI
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const
    })
    return this.draw(points, ink, 2.5)
  }

  /** A signature: a wave that no two names share. */
  sign(name: string, x: number, y: number): this {
    const seeds = [...name].map((sign) => (sign.codePointAt(0) ?? 0) % 17)
    return this.draw(
      seeds.map((seed, at) => [x + at * 9, y + (at % 2 === 0 ? -seed : seed * 0.6)] as const),
      'blue',
      2,
    )
  }

  /** As a photograph on a pale card; `blur` in pixels for one that nobody can read. */
  toJpeg(blur = 0): Promise<Buffer> {
    const paths = this.lines.map(({ stroke, ink, width }) => {
      const points = stroke.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')
      return `<polyline points="${points}" stroke="rgb(${COLOURS[ink].join()})" stroke-width="${width}"/>`
    })
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${this.width}" height="${this.height}">
      <rect width="100%" height="100%" fill="#e6ede4"/>
      <g fill="none" stroke-linecap="round" stroke-linejoin="round">${paths.join('')}</g></svg>`
    const picture = sharp(Buffer.from(svg))
    return (blur > 0 ? picture.blur(blur) : picture).jpeg({ quality: 84 }).toBuffer()
  }

  /** As a PDF of one page. */
  toPdf(): Buffer {
    const content = this.lines.map((line) => this.operators(line)).join('\n')
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${this.width} ${this.height}] /Contents 4 0 R /Resources << >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]
    let body = '%PDF-1.4\n'
    const rows = objects.map((object, index) => {
      const row = `${String(body.length).padStart(10, '0')} 00000 n \n`
      body += `${index + 1} 0 obj\n${object}\nendobj\n`
      return row
    })
    const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`
    const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
    return Buffer.from(body + table + trailer, 'latin1')
  }

  /** PDF counts from the lower edge. */
  private operators({ stroke, ink, width }: Line): string {
    const colour = COLOURS[ink].map((part) => (part / 255).toFixed(3)).join(' ')
    const points = stroke.map(
      ([x, y], at) => `${x.toFixed(1)} ${(this.height - y).toFixed(1)} ${at === 0 ? 'm' : 'l'}`,
    )
    return `${colour} RG ${width.toFixed(2)} w 1 J 1 j ${points.join(' ')} S`
  }
}
