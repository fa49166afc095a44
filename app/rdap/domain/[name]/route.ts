import { lookUpName } from '@/lib/domains/lookup/lookup.query'
import { rdapDomain, rdapError } from '@/lib/domains/lookup/rdap'
import { businessNow } from '@/lib/platform/business-clock'
import { env } from '@/lib/platform/env'
import { rdapResponse } from '@/lib/web/rdap-response'
import { requestAddress } from '@/lib/web/session'

/** RDAP: a name registered through this registrar. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }) {
  const text = decoded((await params).name)
  const found = await lookUpName(text, await requestAddress())
  if (found.ok)
    return rdapResponse(rdapDomain(found.value, { origin: env().APP_URL, now: await businessNow() }))
  if (found.refusal.code === 'too-many-tries') {
    return rdapResponse(rdapError(429, 'Too many requests', 'Wait a minute and ask again.'))
  }
  if (found.refusal.code === 'not-found') {
    return rdapResponse(rdapError(404, 'Not found', 'This name is not registered through this registrar.'))
  }
  return rdapResponse(rdapError(400, 'Bad request', 'This is not a domain name.'))
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}
