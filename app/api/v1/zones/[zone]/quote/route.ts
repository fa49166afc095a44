import { quoteJson } from '@/lib/domains/calculator/api'
import { calculateQuote } from '@/lib/domains/calculator/calculator.query'
import { businessNow } from '@/lib/platform/business-clock'
import { apiLimit, apiProblem, apiResponse, queryOf } from '@/lib/web/api-response'

/** What an operation on a name costs, as a JSON array of lines. */
export async function GET(request: Request, { params }: { params: Promise<{ zone: string }> }) {
  const limited = await apiLimit()
  if (limited) return limited
  const zone = decodeURIComponent((await params).zone)
  const quote = calculateQuote(zone, queryOf(request), await businessNow())
  return quote.ok ? apiResponse(quoteJson(quote.value)) : apiProblem(quote.refusal)
}
