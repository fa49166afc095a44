import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readName } from '@/lib/dossiers/availability.query'
import { decideComplete } from '@/lib/dossiers/submit/complete.rule'
import { versionAt } from '@/lib/policy/resolver'
import { STORY, STORY_DAYS } from './story'

const APPLICATIONS = [...new Set(STORY.map((step) => step.application))]
const DAY_MS = 86_400_000

test('whenever it is told, the story runs forward, from its first day to before now', () => {
  const anyTime = fc.date({ min: new Date('2026-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(anyTime, (now) => {
      const moments = STORY.map((step) => step.at(now).getTime())
      expect(moments).toEqual([...moments].sort((a, b) => a - b))
      expect(moments[0]).toBeGreaterThan(now.getTime() - STORY_DAYS * DAY_MS)
      expect(moments.at(-1)).toBeLessThan(now.getTime())
    }),
  )
})

test.for(APPLICATIONS.map((application) => [application.name, application] as const))(
  '%s can be applied for as it is declared',
  ([name, { declaration, papers }]) => {
    const found = readName(name)
    if (!found.ok) throw new Error(found.refusal.code)
    const version = versionAt(found.value.zone, new Date('2026-11-22T00:00:00Z'))
    const attached = papers.map((paper) => paper.kind)
    const { ascii } = found.value.name
    const filing = { nameAscii: ascii, draft: declaration, attached, day: '2026-11-22' }
    expect(decideComplete(filing, version)).toMatchObject({ ok: true })
  },
)

test('the names differ, and leave that of the tour free', () => {
  const names = APPLICATIONS.map((application) => application.name)
  expect(new Set(names).size).toBe(names.length)
  expect(names).not.toContain('sông-hương.vn')
})
