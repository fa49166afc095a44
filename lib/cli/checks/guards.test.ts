import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

function filesUnder(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => ending.test(path) && !path.includes('generated'))
}

/** Parts of the portal whose pages somebody has to be signed in for, and what guards them. */
const GUARDS: readonly (readonly [RegExp, RegExp])[] = [
  [/\(registrant\)/, /requireActor\(/],
  [/\/desk\//, /requireStaff\('AGENT'/],
  [/\/operator\//, /requireStaff\('OPERATOR'/],
  [/\/reseller\//, /requireStaff\('RESELLER'/],
]

describe('every page guards itself, never just its layout', () => {
  const pages = filesUnder('app', /page\.tsx$/)
  const guarded = pages.flatMap((page) =>
    GUARDS.filter(([where]) => where.test(page)).map(([, guard]) => [page, guard] as const),
  )
  test('there are pages to check', () => expect(guarded.length).toBeGreaterThan(0))
  test.each(guarded)('%s', (page, guard) => {
    expect(readFileSync(page, 'utf8')).toMatch(guard)
  })
})

describe('every command declares who may run it', () => {
  const commands = filesUnder('lib', /\.command\.ts$/)
  test.each(commands)('%s', (file) => {
    const source = readFileSync(file, 'utf8')
    const defined = source.match(/defineCommand\(/g)?.length ?? 0
    const guarded = source.match(/permit: may\('/g)?.length ?? 0
    expect(defined).toBeGreaterThan(0)
    expect(guarded).toBe(defined)
  })
})

describe('every action runs a command', () => {
  const actions = filesUnder('app', /actions\.ts$/)
  test.each(actions)('%s', (file) => {
    expect(readFileSync(file, 'utf8')).toMatch(/runAction\(/)
  })
})
