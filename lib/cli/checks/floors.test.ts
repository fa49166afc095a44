import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Versions below which a library is known to be unsafe, with the reason. */
const FLOORS: Readonly<Record<string, readonly [version: string, reason: string]>> = {
  next: ['16.4.1', 'middleware authorisation bypass fixed'],
  'next-auth': ['5.0.0-beta.30', 'mail address parsing could send a sign-in link elsewhere'],
  nodemailer: ['7.0.11', 'address parser could be led to another domain'],
  sharp: ['0.32.6', 'libwebp heap overflow'],
  'file-type': ['21.3.0', 'endless loop on crafted files'],
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, { version?: string }>
}

function isAtLeast(version: string, floor: string): boolean {
  const parts = (text: string) => text.split(/[.-]/).map((part) => Number(part.replace(/\D/g, '') || 0))
  const [have, want] = [parts(version), parts(floor)]
  for (let at = 0; at < Math.max(have.length, want.length); at++) {
    const difference = (have[at] ?? 0) - (want[at] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return true
}

test.each(Object.entries(FLOORS))('%s is not below its floor', (name, [floor, reason]) => {
  const version = lock.packages[`node_modules/${name}`]?.version ?? '0'
  expect(isAtLeast(version, floor), `${name} ${version} < ${floor}: ${reason}`).toBe(true)
})

test('every dependency is pinned exactly', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    readFileSync('package.json', 'utf8'),
  )
  for (const [name, range] of Object.entries({
    ...dependencies,
    ...devDependencies,
    ...optionalDependencies,
  })) {
    expect(range, name).toMatch(/^(npm:[\w-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/)
  }
})
