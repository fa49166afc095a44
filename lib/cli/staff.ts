/** `npm run staff -- grant|revoke <mail address> AGENT|OPERATOR|RESELLER`: who works at this portal. */
import { grantRole, revokeRole } from '@/lib/people/staff.command'
import { closeDb } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { orStop } from './or-stop'
import { joinRunningPortal } from './stack/running'

const USAGE = 'say who: npm run staff -- grant|revoke <mail address> AGENT|OPERATOR|RESELLER'

const REFUSALS: Readonly<Record<string, string>> = {
  'not-found': 'there is no account with this mail address: sign up on the portal first',
  'email-not-confirmed': 'the mail address is not confirmed: open the link that was mailed to it first',
  'input-invalid': USAGE,
}

async function main(): Promise<void> {
  const [what, email, role, ...more] = process.argv.slice(2)
  if ((what !== 'grant' && what !== 'revoke') || !email || !role || more.length > 0) throw new Error(USAGE)
  await joinRunningPortal()
  const command = what === 'grant' ? grantRole : revokeRole
  const done = await execute(command, { email, role: role.toUpperCase() }, { actor: { kind: 'setup' } })
  await closeDb()
  if (!done.ok) throw new Error(REFUSALS[done.refusal.code] ?? `refused: ${done.refusal.code}`)
  const state = what === 'grant' ? 'granted' : 'not granted'
  process.stdout.write(`${email}: ${role.toUpperCase()} is ${done.value.changed ? 'now ' : ''}${state}\n`)
}

await orStop(main)
