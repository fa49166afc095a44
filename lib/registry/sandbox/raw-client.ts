/** A client for tests that sends any bytes and reads whole answers. */
import { connect, type TLSSocket } from 'node:tls'
import { FrameReader } from '../epp/framing'

export interface RawClient {
  readonly socket: TLSSocket
  /** The next answer's XML; `undefined` when the server ended the connection instead. */
  next(): Promise<string | undefined>
}

export async function connectRaw(port: number, ca: string): Promise<RawClient> {
  const socket = connect({ host: '127.0.0.1', port, ca, servername: 'localhost' })
  const reader = new FrameReader(1_000_000)
  const frames: (string | undefined)[] = []
  const waiting: ((frame: string | undefined) => void)[] = []
  const give = (frame: string | undefined) => {
    const first = waiting.shift()
    if (first === undefined) frames.push(frame)
    else first(frame)
  }
  socket.on('data', (chunk) => {
    for (const frame of reader.push(chunk)) give(frame.toString('utf8'))
  })
  socket.on('error', () => undefined)
  socket.on('close', () => give(undefined))
  await new Promise((resolve) => socket.once('secureConnect', resolve))
  return {
    socket,
    next: () => {
      const frame = frames.shift()
      return frame === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(frame)
    },
  }
}
