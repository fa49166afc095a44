import { zoneJson } from '@/lib/domains/calculator/api'
import { extensionNamed } from '@/lib/domains/calculator/calculator.query'
import { businessNow } from '@/lib/platform/business-clock'
import { apiLimit, apiProblem, apiResponse } from '@/lib/web/api-response'

/** One extension with what holds there today. */
export async function GET(_request: Request, { params }: { params: Promise<{ zone: string }> }) {
  const limited = await apiLimit()
  if (limited) return limited
  const found = extensionNamed(decodeURIComponent((await params).zone))
  return found.ok ? apiResponse(zoneJson(found.value, await businessNow())) : apiProblem(found.refusal)
}
