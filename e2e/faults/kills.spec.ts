import { randomInt } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { runKills } from './kills'

/** `KILLS_SEED` repeats a run; the long run (`npm run faults`) sets `KILLS`. */
const SEED = Number(process.env.KILLS_SEED ?? randomInt(2 ** 31))
const KILLS = Number(process.env.KILLS ?? 20)

test(`${KILLS} kills lose no payment and create no name twice`, async () => {
  test.setTimeout(30 * 60_000)
  process.stdout.write(`kills: seed ${SEED}\n`)
  const { kills, faults } = await runKills(SEED, KILLS)
  expect(kills).toHaveLength(KILLS)
  expect(faults, `seed ${SEED}: ${kills.join(', ')}`).toEqual([])
})
