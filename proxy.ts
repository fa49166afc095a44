import { NextRequest, NextResponse } from 'next/server'
import createMiddleware from 'next-intl/middleware'
import { routing } from '@/lib/i18n/routing'

const route = createMiddleware(routing)

/** Names contain dots, so only whole addresses are left out: `/en/names/a.vn` is a page like any other. */
export const config = {
  matcher: '/((?!api/|rdap/|_next/|favicon\\.ico$|icon\\.svg$|robots\\.txt$|files/).*)',
}

/** What a form or an action may send to a page; files go to a route handler, which streams them. */
const MAX_FORM_BYTES = 1024 * 1024
const REQUEST_ID = /^[\w-]{8,64}$/

/** Chooses the language, sets the content security policy with its nonce, and refuses foreign posts. */
export default function proxy(request: NextRequest): NextResponse {
  const id = requestId(request)
  const refusal = refusePost(request)
  if (refusal) return withId(refusal, id)

  const policy = contentSecurityPolicy(newNonce())
  const headers = new Headers(request.headers)
  headers.set('x-request-id', id)
  // Next reads the nonce from the request's policy and puts it on its own scripts.
  headers.set('content-security-policy', policy)
  const response = route(new NextRequest(request, { headers }))
  response.headers.set('content-security-policy', policy)
  return withId(response, id)
}

function withId(response: NextResponse, id: string): NextResponse {
  response.headers.set('x-request-id', id)
  return response
}

function requestId(request: NextRequest): string {
  const given = request.headers.get('x-request-id')
  return given && REQUEST_ID.test(given) ? given : crypto.randomUUID()
}

function newNonce(): string {
  return btoa(crypto.randomUUID())
}

/** Next itself accepts an action without an Origin and answers a foreign one with 500: both end here. */
function refusePost(request: NextRequest): NextResponse | null {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return null
  if (!isOwnOrigin(request)) return plain('This request did not come from a page of this site.', 403)
  if (Number(request.headers.get('content-length') ?? 0) > MAX_FORM_BYTES) {
    return plain('This request is larger than 1 MB.', 413)
  }
  return null
}

function isOwnOrigin(request: NextRequest): boolean {
  const origin = request.headers.get('origin')
  const forwarded = request.headers.get('x-forwarded-host')?.split(',')[0]?.trim()
  const host = forwarded || request.headers.get('host')
  if (!origin || !host || !URL.canParse(origin)) return false
  return new URL(origin).host === host.toLowerCase()
}

function plain(sentence: string, status: number): NextResponse {
  return new NextResponse(`${sentence}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
}

function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === 'development'
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
