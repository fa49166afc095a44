import { env } from '@/lib/platform/env'
import { apiResponse } from '@/lib/web/api-response'
import { openApi } from '@/lib/web/openapi'

export const dynamic = 'force-dynamic'

/** The description of the partner API. */
export function GET() {
  return apiResponse(openApi(env().APP_URL))
}
