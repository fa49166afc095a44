import { calculateLife } from '@/lib/domains/calculator/calculator.query'
import { businessNow } from '@/lib/platform/business-clock'
import { extensionNames } from '@/lib/policy/extension.query'
import { apiLimit, apiProblem, queryOf } from '@/lib/web/api-response'
import { lifeCalendarResponse } from '@/lib/web/life-calendar'

/** The dates of a calculated life as a calendar file. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }) {
  const limited = await apiLimit()
  if (limited) return limited
  const query = queryOf(request)
  const life = calculateLife(query.zone ?? '', query)
  if (!life.ok) return apiProblem(life.refusal)
  const { zone, events, policyId, expiresAt } = life.value
  const { suffix } = life.value.suffix
  const unicode = extensionNames().find((name) => name.suffix === suffix)?.unicode ?? suffix
  return lifeCalendarResponse((await params).locale, {
    name: `.${unicode}`,
    subject: `${suffix}-${expiresAt.toISOString().slice(0, 10)}`,
    timeZone: zone.timeZone,
    policyId,
    events,
    now: await businessNow(),
  })
}
