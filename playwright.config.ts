import { existsSync } from 'node:fs'
import { defineConfig, devices } from '@playwright/test'

const PLACES = [process.env.PW_CHROMIUM, '/usr/bin/chromium-headless-shell', '/usr/bin/chromium']
const system = PLACES.find((path) => path && existsSync(path))
const isRoot = process.getuid?.() === 0

/** Each worker runs the whole stack on its own database and ports (e2e/portal.ts), all from one build. */
export default defineConfig({
  testDir: 'e2e',
  testIgnore: ['bench/**'],
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  outputDir: 'test-results/playwright',
  reporter: 'list',
  use: {
    // A trace costs more than the page it watches: `PW_TRACE=1` when a failure has to be understood.
    trace: process.env.PW_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    launchOptions: {
      ...(system && { executablePath: system }),
      chromiumSandbox: !isRoot,
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-dev-shm-usage',
      ],
    },
  },
  projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'] } }],
})
