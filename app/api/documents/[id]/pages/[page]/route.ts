import { pagePicture } from '@/lib/dossiers/documents/picture'
import { documentFile } from '@/lib/dossiers/documents/read.query'
import { isId } from '@/lib/kernel/ids'
import { currentActor } from '@/lib/web/session'

/** One page of a document as a picture, to those who may see the document. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string; page: string }> }) {
  const { id, page } = await params
  const document = isId(id) && /^\d{1,3}$/.test(page) ? await documentFile(await currentActor(), id) : null
  const picture = document && (await pagePicture(document, Number(page)))
  if (!picture) return new Response('Not found', { status: 404 })
  return new Response(new Uint8Array(picture.body), {
    headers: {
      'content-type': picture.type,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=300',
    },
  })
}
