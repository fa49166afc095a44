#!/usr/bin/env node
/** `npm run faults`: installs and builds what is missing, then 200 seeded kills, at most 30 minutes. */
import { build, install } from './start.mjs'

install()
const { findChromium } = await import('./chromium.mjs')
const { runStep } = await import('./steps.mjs')

const env = { PW_CHROMIUM: findChromium(), KILLS: process.env.KILLS ?? '200' }
build()
const ok = await runStep('faults', 'playwright', ['test', 'e2e/faults'], { show: true, env })
process.exit(ok ? 0 : 1)
