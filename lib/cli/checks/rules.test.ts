/** Every rule that the code goes by is named by a test, so that none is built untested. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const RULE = /\bR-[A-Z]{2}-\d{2}b?\b/g
const TITLE = /(['"`])R-[A-Z]{2}-\d{2}(?:(?!\1).)*\1/g

const files = ['app', 'components', 'e2e', 'lib', 'prisma/schema']
  .flatMap((root) => readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) => join(root, path)))
  .filter((path) => /\.(tsx?|prisma)$/.test(path) && !path.includes('generated'))
const isTest = (path: string) => /\.(test|spec)\.tsx?$/.test(path)

function rulesIn(paths: readonly string[], within?: RegExp): Map<string, string> {
  const found = new Map<string, string>()
  for (const path of paths) {
    const text = readFileSync(path, 'utf8')
    const parts = within ? [...text.matchAll(within)].map(([part]) => part) : [text]
    for (const [rule] of parts.flatMap((part) => [...part.matchAll(RULE)])) found.set(rule, path)
  }
  return found
}

test('every rule that the code cites begins the title of a test', () => {
  const tested = rulesIn(files.filter(isTest), TITLE)
  const cited = rulesIn(files.filter((path) => !isTest(path)))
  expect(cited.size).toBeGreaterThan(50)
  expect([...cited].filter(([rule]) => !tested.has(rule))).toEqual([])
})
