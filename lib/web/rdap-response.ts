import 'server-only'
import { RDAP_TYPE } from '@/lib/domains/lookup/rdap'

/** An RDAP answer; the only part of the portal that any site's script may read (RFC 7480 §5.6). */
export function rdapResponse(
  body: object & { readonly errorCode?: number; readonly rdapConformance: readonly string[] },
): Response {
  return new Response(JSON.stringify(body), {
    status: body.errorCode ?? 200,
    headers: {
      'content-type': RDAP_TYPE,
      'access-control-allow-origin': '*',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...(body.errorCode === 429 && { 'retry-after': '60' }),
    },
  })
}
