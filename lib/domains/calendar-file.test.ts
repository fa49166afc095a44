import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarFile, escapeText, foldLine } from './calendar-file'

/** A second reading of RFC 5545: unfolds, then undoes the escapes. */
const unfold = (text: string) => text.replaceAll('\r\n ', '')
const unescape = (text: string) =>
  text.replaceAll(/\\([\\;,nN])/g, (_all, character: string) => (/n/i.test(character) ? '\n' : character))

const FILE = {
  title: 'sách.vn; life, all of it',
  madeAt: new Date('2026-11-22T03:04:05.678Z'),
  entries: [
    {
      uid: 'last-day-to-renew.xn--sch-ela.vn@tenure',
      summary: 'Ngày cuối được gia hạn: sách.vn',
      description: 'R-VN-04\nvn@2023-06-01',
      tentative: true,
      day: '2024-12-31',
    },
    {
      uid: 'suspended.xn--sch-ela.vn@tenure',
      summary: 'Suspended',
      description: 'R-NS-29',
      tentative: false,
      at: new Date('2024-06-03T09:30:00Z'),
    },
  ],
}

describe('a calendar file', () => {
  const lines = unfold(calendarFile(FILE)).split('\r\n')

  test('a legal day is a whole day that ends where the next begins', () => {
    expect(lines).toContain('DTSTART;VALUE=DATE:20241231')
    expect(lines).toContain('DTEND;VALUE=DATE:20250101')
  })

  test('an instant is UTC to the second, and so is the stamp of each entry', () => {
    expect(lines).toContain('DTSTART:20240603T093000Z')
    expect(lines.filter((line) => line === 'DTSTAMP:20261122T030405Z')).toHaveLength(2)
  })

  test('each entry has its UID, and says when it may still move', () => {
    expect(lines.filter((line) => line.startsWith('UID:'))).toEqual(
      FILE.entries.map((entry) => `UID:${entry.uid}`),
    )
    expect(lines.filter((line) => line.startsWith('STATUS:'))).toEqual([
      'STATUS:TENTATIVE',
      'STATUS:CONFIRMED',
    ])
  })

  test('texts are escaped, and the file begins and ends as one', () => {
    expect(lines).toContain('X-WR-CALNAME:sách.vn\\; life\\, all of it')
    expect(lines).toContain('DESCRIPTION:R-VN-04\\nvn@2023-06-01')
    expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', ''])
  })
})

const text = fc.string({ unit: 'grapheme', maxLength: 300 })
const printable = text.filter((value) => !/[\u0000-\u0009\u000B-\u001F\u007F]/.test(value))

describe('for every text', () => {
  test('no line is longer than 75 octets, and unfolding gives the line back', () => {
    fc.assert(
      fc.property(
        printable.map((value) => value.replaceAll('\n', '')),
        (line) => {
          const folded = foldLine(line)
          expect(folded.split('\r\n').every((piece) => Buffer.byteLength(piece) <= 75)).toBe(true)
          expect(unfold(folded)).toBe(line)
          expect(Buffer.from(folded).toString()).toBe(folded)
        },
      ),
    )
  })

  test('escaping keeps it on one line and loses nothing', () => {
    fc.assert(
      fc.property(printable, (value) => {
        const escaped = escapeText(value)
        expect(escaped).not.toMatch(/[\r\n]|(?<!\\)(?:\\\\)*[;,]/)
        expect(unescape(escaped)).toBe(value)
      }),
    )
  })

  test('nothing in it can begin a line of its own', () => {
    fc.assert(
      fc.property(text, (value) => {
        const evil = `${value}\r\nBEGIN:VALARM`
        const file = unfold(calendarFile({ ...FILE, title: evil }))
        expect(file.split('\r\n')).not.toContain('BEGIN:VALARM')
      }),
    )
  })
})
