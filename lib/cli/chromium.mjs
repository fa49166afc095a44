/** Finds a Chromium for the journeys, or installs Debian's, or says in one line what to install. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** The headless shell is the same engine without windows: pages open in half the time. */
const PLACES = [
  '/usr/bin/chromium-headless-shell',
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
  const installed = isDebianRoot() && install()
  if (installed) return installed
  process.stderr.write(
    'The journeys need Chromium: install it (Debian: apt-get install chromium) or set PW_CHROMIUM to its path.\n',
  )
  process.exit(1)
}

function isDebianRoot() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

/** Debian's own packages; older releases lack the second, which is only faster. */
function install() {
  process.stdout.write('Installing Chromium for the journeys (once) …\n')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) => spawnSync('apt-get', [...args], { stdio: 'ignore', env })
  apt('update', '-qq')
  for (const name of ['chromium', 'chromium-headless-shell']) {
    apt('install', '-y', '-qq', '--no-install-recommends', name)
  }
  return PLACES.find((path) => existsSync(path))
}
