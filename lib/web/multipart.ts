import 'server-only'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import busboy from 'busboy'
import { refuse, type Result } from '@/lib/kernel/result'

/**
 * Hands the one file of a multipart request to `take` as a stream, without ever holding it in memory. Refuses
 * `file-missing` when there is none and `file-cut-off` when the request breaks off before the file began.
 */
export async function withFile<T>(
  request: Request,
  take: (file: { stream: Readable; fileName: string }) => Promise<Result<T>>,
): Promise<Result<T>> {
  const type = request.headers.get('content-type') ?? ''
  if (!request.body || !type.startsWith('multipart/form-data'))
    return refuse('file-missing', { field: 'file' })
  let taken: Promise<Result<T>> | undefined
  const parser = parserOf(type)
  if (!parser) return refuse('file-missing', { field: 'file' })
  parser.on('file', (_field, stream, info) => {
    taken = take({ stream, fileName: info.filename ?? '' })
    // When it is refused midway the rest of the request is read and thrown away, so that the answer arrives.
    void taken.finally(() => stream.resume())
  })
  try {
    await pipeline(Readable.fromWeb(request.body as ReadableStream), parser)
  } catch {
    return taken ?? refuse('file-cut-off', { field: 'file' })
  }
  return taken ?? refuse('file-missing', { field: 'file' })
}

/** Null for a content type that no body can be read by, such as one without a boundary: busboy throws there. */
function parserOf(type: string): busboy.Busboy | null {
  try {
    return busboy({
      headers: { 'content-type': type },
      defParamCharset: 'utf8',
      limits: { files: 1, fields: 10, fieldSize: 1000, parts: 12 },
    })
  } catch {
    return null
  }
}
