import { declineNotices } from '@/lib/notices/decline/decline.command'
import { execute } from '@/lib/platform/define-command'
import { requestAddress, requestId } from '@/lib/web/session'
import '@/lib/wiring'

interface Context {
  params: Promise<{ token: string }>
}

const MOST_BYTES = 4096

/**
 * RFC 8058: a mail program declines early reminders for its reader by one post. It brings no cookie and no origin of
 * ours; the token is all that counts.
 */
export async function POST(request: Request, { params }: Context) {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) return plain('Too large.', 413)
  const form = await request.formData().catch(() => null)
  if (form?.get('List-Unsubscribe') !== 'One-Click')
    return plain('List-Unsubscribe=One-Click is missing.', 400)
  const { token } = await params
  const declined = await execute(
    declineNotices,
    { token, earlyNotices: 'off' },
    { actor: { kind: 'visitor', address: await requestAddress() }, requestId: await requestId() },
  )
  return declined.ok ? plain('Early reminders are off.', 200) : plain('This link is not known.', 404)
}

/** A mail program that opens the address instead shows the page, where its reader decides. */
export async function GET(_request: Request, { params }: Context) {
  const { token } = await params
  const location = `/unsubscribe?token=${encodeURIComponent(token)}`
  return new Response(null, { status: 303, headers: { location } })
}

function plain(sentence: string, status: number): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
}
