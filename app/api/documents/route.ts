import { NextResponse } from 'next/server'
import { DEFAULT_LOCALE, isLocale, localPath } from '@/lib/i18n/locale'
import { AUTHORISATION_DOCUMENT, isReturnDocument } from '@/lib/dossiers/documents/document.input'
import { uploadDocument } from '@/lib/dossiers/documents/upload'
import { returnedName } from '@/lib/dossiers/returns/return.query'
import { isId } from '@/lib/kernel/ids'
import { refuse } from '@/lib/kernel/result'
import { isSameOrigin } from '@/lib/web/same-origin'
import { withFile } from '@/lib/web/multipart'
import { refusalText } from '@/lib/web/refusal-text'
import { currentActor, requestId } from '@/lib/web/session'
import '@/lib/wiring'

/**
 * Takes one document: `POST /api/documents?dossier=…&kind=…&locale=…` with the file as multipart. Answers JSON
 * to a script and a redirect to a plain form.
 */
export async function POST(request: Request) {
  if (!isSameOrigin(request)) return NextResponse.json({ error: 'foreign origin' }, { status: 403 })
  const { searchParams } = new URL(request.url)
  const dossierId = searchParams.get('dossier') ?? ''
  const kind = searchParams.get('kind') ?? ''
  const asked = searchParams.get('locale')
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE
  const by = { actor: await currentActor(), requestId: await requestId() }
  const result = isId(dossierId)
    ? await withFile(request, (file) => uploadDocument({ dossierId, kind, ...file }, by))
    : refuse('not-found')
  if ((request.headers.get('accept') ?? '').includes('application/json')) {
    if (result.ok) return NextResponse.json(result.value)
    const status =
      { 'not-found': 404, 'sign-in-needed': 401, 'file-too-large': 413 }[result.refusal.code] ?? 422
    const refusal = await refusalText(result.refusal, locale)
    return NextResponse.json({ error: refusal.message, refusal }, { status })
  }
  const { path, query } = await pageOf(dossierId, kind, searchParams.getAll('id'))
  if (!result.ok) query.push(`kind=${encodeURIComponent(kind)}`, `refused=${result.refusal.code}`)
  const location = [localPath(locale, path), ...(query.length > 0 ? [query.join('&')] : [])].join('?')
  return new NextResponse(null, { status: 303, headers: { location } })
}

/** The page that a plain form came from, and what was chosen on it. */
async function pageOf(dossierId: string, kind: string, chosen: readonly string[]) {
  if (kind === AUTHORISATION_DOCUMENT) {
    return { path: '/names/authorisations/new', query: chosen.filter(isId).map((id) => `id=${id}`) }
  }
  const query: string[] = []
  if (!isId(dossierId)) return { path: '/applications', query }
  const name = isReturnDocument(kind) ? await returnedName(await currentActor(), dossierId) : null
  return { path: name ? `/names/${name}/return` : `/applications/${dossierId}/documents`, query }
}
