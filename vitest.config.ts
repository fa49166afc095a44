import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))

/** What puts another module in a module's place: it cannot share modules with other files. */
const ALONE = ['lib/dossiers/search/made-up-zone.db.test.ts']

/** `*.test.ts` is pure and runs anywhere; `*.db.test.ts` gets a database of its own. */
export default defineConfig({
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
  test: {
    globalSetup: ['lib/platform/test-cluster.ts'],
    // By itself vitest leaves a core to its reporter, which on two cores halves the speed.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['lib/**/*.test.ts', 'app/**/*.test.ts', 'components/**/*.test.{ts,tsx}'],
          exclude: ALONE,
          isolate: false,
          setupFiles: ['lib/wiring-under-test.ts'],
        },
      },
      { extends: true, test: { name: 'alone', include: ALONE } },
    ],
  },
})
