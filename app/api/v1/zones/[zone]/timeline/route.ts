import { timelineJson } from '@/lib/domains/calculator/api'
import { calculateLife } from '@/lib/domains/calculator/calculator.query'
import { freshen } from '@/lib/platform/fresh'
import { apiLimit, apiProblem, apiResponse, queryOf } from '@/lib/web/api-response'

/** Every date of a term that ends at `expires`, as a JSON array. */
export async function GET(request: Request, { params }: { params: Promise<{ zone: string }> }) {
  const limited = await apiLimit()
  if (limited) return limited
  await freshen()
  const life = calculateLife(decodeURIComponent((await params).zone), queryOf(request))
  return life.ok ? apiResponse(timelineJson(life.value)) : apiProblem(life.refusal)
}
