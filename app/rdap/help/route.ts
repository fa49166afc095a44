import { rdapHelp } from '@/lib/domains/lookup/rdap'
import { businessNow } from '@/lib/platform/business-clock'
import { env } from '@/lib/platform/env'
import { rdapResponse } from '@/lib/web/rdap-response'

export const dynamic = 'force-dynamic'

/** RDAP: what can be asked here. */
export async function GET() {
  return rdapResponse(rdapHelp({ origin: env().APP_URL, now: await businessNow() }))
}
