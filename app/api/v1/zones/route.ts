import { zonesJson } from '@/lib/domains/calculator/api'
import { businessNow } from '@/lib/platform/business-clock'
import { apiLimit, apiResponse } from '@/lib/web/api-response'

/** Every extension. */
export async function GET() {
  return (await apiLimit()) ?? apiResponse(zonesJson(await businessNow()))
}
