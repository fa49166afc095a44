import { env } from '@/lib/platform/env'

/**
 * Whether a request that changes something comes from the portal's own pages. Next checks this for actions
 * only; a route handler has to do it itself. A missing Origin counts as foreign. Behind a proxy the browser's
 * host is the forwarded one, as in proxy.ts; no foreign page can set that header.
 */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get('origin')
  if (!origin) return false
  const forwarded = request.headers.get('x-forwarded-host')?.split(',')[0]?.trim()
  try {
    const host = forwarded || request.headers.get('host') || new URL(env().APP_URL).host
    return new URL(origin).host === host.toLowerCase()
  } catch {
    return false
  }
}
