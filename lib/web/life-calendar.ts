import 'server-only'
import { getTranslations } from 'next-intl/server'
import { calendarFile } from '@/lib/domains/calendar-file'
import { lifeEntries } from '@/lib/domains/calculator/life-calendar'
import { ruleBehind, type TimelineEvent } from '@/lib/domains/timeline-event'
import { isLocale } from '@/lib/i18n/locale'

interface LifeFile {
  /** Whose life it is, in its own letters. */
  readonly name: string
  /** The same in ASCII: the file's name, and part of each UID. */
  readonly subject: string
  readonly timeZone: string
  readonly policyId: string
  readonly events: readonly TimelineEvent[]
  readonly now: Date
}

/** A life's dates as a calendar file in a language; 404 for a language that the portal does not speak. */
export async function lifeCalendarResponse(locale: string, file: LifeFile): Promise<Response> {
  if (!isLocale(locale)) return notOnFile()
  const [t, policy] = await Promise.all([
    getTranslations({ locale, namespace: 'calculator.file' }),
    getTranslations({ locale, namespace: 'policy' }),
  ])
  const describe = (event: TimelineEvent) =>
    [
      `${policy(`rules.${ruleBehind(event)}`)} (${ruleBehind(event)}, ${file.policyId})`,
      event.provisional && t('provisional'),
      t('about'),
    ]
      .filter(Boolean)
      .join('\n')
  const text = calendarFile({
    title: t('title', { name: file.name }),
    madeAt: file.now,
    entries: lifeEntries({
      subject: file.subject,
      timeZone: file.timeZone,
      events: file.events,
      summaryOf: (event) => `${file.name}: ${policy(`timeline.${event.kind}`)}`,
      descriptionOf: describe,
    }),
  })
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${file.subject}.ics"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

/** The answer where there is no such file, or not for the one who asks. */
export function notOnFile(): Response {
  return new Response('Not found', { status: 404, headers: { 'cache-control': 'no-store' } })
}
