/**
 * Runs before each test file. Files share their worker's modules, since loading them takes longer than most tests; what
 * a process keeps besides is put back here, so that no file sees what another has left.
 */
import { wire } from './wiring'

/** What the code under test keeps of its environment, its database and its neighbours. */
const KEPT = [
  'tenureDb',
  'tenureEnv',
  'tenureGateway',
  'tenureHandlers',
  'tenureLimits',
  'tenureLocks',
  'tenureLog',
  'tenureMail',
  'tenureOtherPayer',
  'tenurePolicyCheck',
  'tenurePublished',
  'tenureRegistry',
]

const shared = globalThis as Record<string, unknown> & { testEnvironment?: NodeJS.ProcessEnv }
shared.testEnvironment ??= { ...process.env }
for (const name of Object.keys(process.env)) {
  if (!(name in shared.testEnvironment)) delete process.env[name]
}
Object.assign(process.env, shared.testEnvironment)
for (const key of KEPT) delete shared[key]
wire()
