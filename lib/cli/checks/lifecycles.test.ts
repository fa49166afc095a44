import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LIFECYCLE_READMES, readmeOf } from '../lifecycle-docs'

test.each(LIFECYCLE_READMES)('the lifecycle in $file is drawn from the code (npm run docs)', (entry) => {
  const stored = existsSync(entry.file) ? readFileSync(entry.file, 'utf8') : ''
  expect(stored).toBe(readmeOf(entry, stored))
})
