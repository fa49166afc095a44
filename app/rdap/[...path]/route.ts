import { rdapError } from '@/lib/domains/lookup/rdap'
import { rdapResponse } from '@/lib/web/rdap-response'

/** RDAP: everything that is not answered here is an RDAP error object too. */
export async function GET() {
  return rdapResponse(rdapError(404, 'Not found', 'This server answers /rdap/domain/<name> and /rdap/help.'))
}
