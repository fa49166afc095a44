/** The gateway of this process: real EPP to the registry that the environment names. */
import { readFileSync } from 'node:fs'
import type { RegistryAnswer, RegistryPort } from '@/lib/domains/registry-port'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import { createEppGateway } from './epp/epp-gateway'
import type { RegistryGateway } from './gateway'

const kept = globalThis as { tenureGateway?: RegistryGateway }

/** The gateway; its sessions open with the first call. */
export function registryGateway(): RegistryGateway {
  const { EPP_HOST, EPP_PORT, EPP_CLIENT_ID, EPP_PASSWORD, EPP_CA_FILE } = env()
  kept.tenureGateway ??= createEppGateway({
    host: EPP_HOST,
    port: EPP_PORT,
    clientId: EPP_CLIENT_ID,
    password: EPP_PASSWORD,
    timeoutMs: 10_000,
    ...(EPP_CA_FILE && { ca: readFileSync(EPP_CA_FILE, 'utf8') }),
  })
  return kept.tenureGateway
}

/** Logs out and closes the sessions of this process. */
export async function closeGateway(): Promise<void> {
  const open = kept.tenureGateway
  kept.tenureGateway = undefined
  await open?.close()
}

/** The registry's word on a name for the modules below. */
export const eppRegistryPort: RegistryPort = {
  async check(nameAscii) {
    const outcome = await registryGateway().check([nameAscii])
    if (outcome.kind !== 'done') {
      log().warn({ outcome: outcome.kind }, 'the registry did not answer a check')
      return 'unknown'
    }
    const answer = outcome.value.find((entry) => entry.name === nameAscii)
    return answer ? readAnswer(answer) : 'unknown'
  },
}

/** What a registry's `<domain:check>` says; the reason's words differ by registry. */
export function readAnswer({
  available,
  reason = '',
}: {
  available: boolean
  reason?: string
}): RegistryAnswer {
  if (available) return 'free'
  if (/reserved/i.test(reason)) return 'reserved'
  return /delet/i.test(reason) ? 'in-deletion' : 'exists'
}
