/** Frames of EPP over TCP (RFC 5734 §4): four bytes of total length, big endian, then the XML. */

const HEADER = 4

/** The peer announced a frame that is too long or impossibly short: the stream cannot be followed further. */
export class BadFrame extends Error {}

/** The bytes to send for one XML document. */
export function encodeFrame(xml: string): Buffer {
  const body = Buffer.from(xml, 'utf8')
  const header = Buffer.alloc(HEADER)
  header.writeUInt32BE(HEADER + body.length)
  return Buffer.concat([header, body])
}

/** Cuts a stream of bytes into frames, however TCP split or joined them. */
export class FrameReader {
  private chunks: Buffer[] = []
  private buffered = 0

  constructor(private readonly maxBytes: number) {}

  /** Whether a frame has begun and not ended. */
  get inFrame(): boolean {
    return this.buffered > 0
  }

  /** Takes bytes in and gives the frames completed by them. Throws {@link BadFrame}. */
  push(chunk: Buffer): Buffer[] {
    this.chunks.push(chunk)
    this.buffered += chunk.length
    const frames: Buffer[] = []
    for (let frame = this.next(); frame !== undefined; frame = this.next()) frames.push(frame)
    return frames
  }

  private next(): Buffer | undefined {
    if (this.buffered < HEADER) return undefined
    const length = this.peekLength()
    if (length <= HEADER || length > this.maxBytes) throw new BadFrame(`frame of ${length} bytes`)
    if (this.buffered < length) return undefined
    const all = this.joined()
    this.chunks = length < all.length ? [all.subarray(length)] : []
    this.buffered = all.length - length
    return all.subarray(HEADER, length)
  }

  private peekLength(): number {
    const first = this.chunks[0]
    return (first !== undefined && first.length >= HEADER ? first : this.joined()).readUInt32BE(0)
  }

  private joined(): Buffer {
    const all = this.chunks.length === 1 ? this.chunks[0] : undefined
    if (all !== undefined) return all
    const joined = Buffer.concat(this.chunks)
    this.chunks = [joined]
    return joined
  }
}
