import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { cluster } from '@/lib/platform/test-database'

test('the migrations make exactly the schema', async () => {
  const url = process.env.TEST_DATABASE_URL ?? (await cluster()).url()
  const done = spawnSync(
    'node_modules/.bin/prisma',
    [
      'migrate',
      'diff',
      '--from-migrations',
      'prisma/migrations',
      '--to-schema',
      'prisma/schema',
      '--exit-code',
    ],
    { env: { ...process.env, DATABASE_URL: url }, encoding: 'utf8' },
  )
  expect(`${done.status} ${done.status === 0 ? '' : done.stdout + done.stderr}`).toBe('0 ')
})
