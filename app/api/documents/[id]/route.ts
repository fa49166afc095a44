import { Readable } from 'node:stream'
import { documentFile } from '@/lib/dossiers/documents/read.query'
import { isId } from '@/lib/kernel/ids'
import { read } from '@/lib/platform/storage'
import { currentActor } from '@/lib/web/session'

/** One document, to those who may see it. Nothing in it can run: the sandboxing CSP sees to that. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const document = isId(id) ? await documentFile(await currentActor(), id) : null
  if (!document) return new Response('Not found', { status: 404 })
  const name = encodeURIComponent(document.fileName)
  return new Response(Readable.toWeb(read(document.storageKey)) as ReadableStream, {
    headers: {
      'content-type': document.mediaType,
      'content-length': String(document.size),
      'content-disposition': `inline; filename*=UTF-8''${name}`,
      'content-security-policy':
        "sandbox; default-src 'none'; img-src 'self'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}
