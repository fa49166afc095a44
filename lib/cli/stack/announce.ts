/** What `npm start` prints when everything runs. */
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './accounts'
import type { StackSettings } from './settings'
import type { Stack } from './stack'

/** Prints addresses and demonstration sign-ins. */
export function announce(urls: Stack['urls'], settings: StackSettings): void {
  const accounts = DEMO_ACCOUNTS.map(({ email, what }) => `    ${email.padEnd(28)} ${what}`)
  const lines = [
    '',
    '  Tenure runs.',
    '',
    `  Portal            ${urls.portal}`,
    `  Mailbox           ${urls.mailbox}`,
    `  Sandbox payments  ${urls.payment}`,
    `  Sandbox registry  EPP over TLS on localhost:${settings.ports.EPP_PORT}`,
    '',
    `  Sign-ins of the demonstration, password ${DEMO_PASSWORD}`,
    ...accounts,
    '  Staff are asked for a code as well: the sign-in page shows it.',
    '',
    `  Data and logs are in ${settings.dataDir}. Ctrl-C stops everything.`,
    '',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
