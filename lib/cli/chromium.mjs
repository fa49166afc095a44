/** Finds a Chromium for the journeys, or installs Debian's, or says in one line what to install. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
]

/** Path of a browser. Ends the process when there is none and none can be installed. */
export function findChromium() {
  const given = process.env.PW_CHROMIUM
  if (given && existsSync(given)) return given
  const found = PLACES.find((path) => existsSync(path))
  if (found) return found
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (isDebianRoot) {
    process.stdout.write('Installing Chromium for the journeys (once) …\n')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: 'ignore',
      env,
    })
    if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium'
  }
  process.stderr.write(
    'The journeys need Chromium: install it (Debian: apt-get install chromium) or set PW_CHROMIUM to its path.\n',
  )
  process.exit(1)
}
