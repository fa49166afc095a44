import { env } from '@/lib/platform/env'

/**
 * Whether a request that changes something comes from the portal's own pages. Next checks this for actions
 * only; a route handler has to do it itself. A missing Origin counts as foreign.
 */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get('origin')
  if (!origin) return false
  try {
    return new URL(origin).host === (request.headers.get('host') ?? new URL(env().APP_URL).host)
  } catch {
    return false
  }
}
