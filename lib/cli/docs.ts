/** `npm run docs`: draws the generated parts of the READMEs anew. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { LIFECYCLE_READMES, readmeOf } from './lifecycle-docs'

for (const entry of LIFECYCLE_READMES) {
  const stored = existsSync(entry.file) ? readFileSync(entry.file, 'utf8') : ''
  writeFileSync(entry.file, readmeOf(entry, stored))
}
