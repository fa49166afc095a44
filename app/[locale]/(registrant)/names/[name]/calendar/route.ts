import { nameView } from '@/lib/domains/manage/name.query'
import { lifeCalendarResponse, notOnFile } from '@/lib/web/life-calendar'
import { decodedPart } from '@/lib/web/path-part'
import { policyAt } from '@/lib/web/policy-of'
import { currentActor } from '@/lib/web/session'

/** The dates of one's own name as a calendar file; for everybody else there is none. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ locale: string; name: string }> },
) {
  const { locale, name } = await params
  const actor = await currentActor()
  const view = actor.kind === 'user' ? await nameView(actor.userId, decodedPart(name)) : null
  if (!view) return notOnFile()
  return lifeCalendarResponse(locale, {
    name: view.nameUnicode,
    subject: view.nameAscii,
    timeZone: view.timeZone,
    policyId: policyAt(view.zone, view.expiresAt ?? view.heldAt),
    events: view.life,
    now: view.now,
  })
}
