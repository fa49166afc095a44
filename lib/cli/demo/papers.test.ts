import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contentType } from '@/lib/dossiers/documents/content'
import { STORY } from './story'
import { plainCapitals, strokesOf } from './strokes'

const PAPERS = [...new Set(STORY.map((step) => step.application))].flatMap(({ name, papers }) =>
  papers.map((paper) => [`${name}: ${paper.kind}`, paper] as const),
)

test.for(PAPERS)('%s is a file that the portal takes', async ([, { make, fileName }]) => {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-papers-'))
  try {
    const [path, content] = [join(folder, 'paper'), await make()]
    writeFileSync(path, content)
    const type = fileName.endsWith('.pdf') ? 'application/pdf' : 'image/jpeg'
    expect(await contentType(path, content.length)).toEqual({ ok: true, value: type })
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('every sign that a paper can bear is drawn, none beyond its place', () => {
  for (const sign of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.,/:<()') {
    const points = strokesOf(sign, 0, 0, 6).flat()
    expect(points.length, sign).toBeGreaterThan(1)
    for (const [x, y] of points) expect(x >= 0 && x <= 4 && y >= 0 && y <= 6, sign).toBe(true)
  }
})

test('names lose their marks, not their letters', () => {
  expect(plainCapitals('Đỗ Thanh Hương')).toBe('DO THANH HUONG')
})
