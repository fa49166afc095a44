/**
 * Calendar files (RFC 5545): UTF-8, lines of at most 75 octets, one VEVENT for each date. Pure; texts come in the
 * reader's language.
 */
import { addDays, type LegalDay } from '@/lib/kernel/days'

/** One date. `day` is a whole legal day, `at` an instant; exactly one of them is given. */
export type CalendarEntry = {
  /** Stays the same for the same date of the same name, so that a later file updates the earlier one. */
  readonly uid: string
  readonly summary: string
  readonly description: string
  /** May still move. */
  readonly tentative: boolean
} & ({ readonly day: LegalDay } | { readonly at: Date })

export interface CalendarFile {
  readonly title: string
  /** When the file is made. */
  readonly madeAt: Date
  readonly entries: readonly CalendarEntry[]
}

const LINE_OCTETS = 75

/** The file's text. */
export function calendarFile({ title, madeAt, entries }: CalendarFile): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tenure//Life of a name//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escapeText(title)}`,
    ...entries.flatMap((entry) => eventLines(entry, madeAt)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}

function eventLines(entry: CalendarEntry, madeAt: Date): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(entry.uid)}`,
    `DTSTAMP:${utcStamp(madeAt)}`,
    ...('day' in entry ? dayLines(entry.day) : [`DTSTART:${utcStamp(entry.at)}`]),
    `SUMMARY:${escapeText(entry.summary)}`,
    `DESCRIPTION:${escapeText(entry.description)}`,
    `STATUS:${entry.tentative ? 'TENTATIVE' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** A whole day ends where the next one begins (§3.6.1). */
function dayLines(day: LegalDay): string[] {
  return [`DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`]
}

function compact(day: LegalDay): string {
  return day.replaceAll('-', '')
}

/** An instant as UTC, to the second (§3.3.5, form 2). */
function utcStamp(at: Date): string {
  return at
    .toISOString()
    .replace(/\.\d{3}/, '')
    .replaceAll(/[-:]/g, '')
}

/** A text as a value (§3.3.11): what would end it is escaped, and control characters are left out. */
export function escapeText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
    .replaceAll(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n')
}

/** A line in pieces of at most 75 octets (§3.1); no character is cut in two. */
export function foldLine(line: string): string {
  const pieces: string[] = []
  let [piece, octets] = ['', 0]
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > LINE_OCTETS) {
      pieces.push(piece)
      // The space that continues a line counts within it.
      ;[piece, octets] = [' ', 1]
    }
    piece += character
    octets += size
  }
  return [...pieces, piece].join('\r\n')
}
