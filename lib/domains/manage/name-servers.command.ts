import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { queueRegistryCommands } from '@/lib/audit/registry-outbox'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { env } from '@/lib/platform/env'
import { versionAt, zoneById } from '@/lib/policy/resolver'
import { lockOwnDomain } from '../domain.store'
import { readServer } from '../register/allot.command'
import { nameServersInput } from './manage.input'

/** Changes a registered name's name servers, here at once and at the registry through the journal. */
export const changeNameServers = defineCommand({
  name: 'domains.change-name-servers',
  permit: may('name.manage'),
  input: nameServersInput,
  async run(uow, { domainId, parking, nameServers }) {
    const found = await lockOwnDomain(uow, domainId)
    if (!found.ok) return found
    const domain = found.value
    if (domain.status !== 'ACTIVE') return refuse('name-not-active')
    const lines = parking
      ? env().PARKING_NAME_SERVERS
      : nameServers.map((server) => [server.name, ...server.addresses].join(' '))
    const servers = lines.map(readServer)
    const { min } = versionAt(zoneById(domain.zone), uow.now).registry.nameServers.value
    if (new Set(servers.map((server) => server.name)).size < Math.max(min, 2)) {
      return refuse('two-name-servers', { field: 'nameServers.1.name' })
    }
    const bare = servers.findIndex(
      (server) => server.name.endsWith(`.${domain.nameAscii}`) && server.addresses.length === 0,
    )
    if (bare >= 0) return refuse('glue-needed', { field: `nameServers.${bare}.addresses` })
    await uow.tx.domain.update({ where: { id: domainId }, data: { nameServers: lines } })
    await queueRegistryCommands(uow, { type: 'domain', id: domainId }, [
      {
        registry: domain.registry,
        kind: 'name-servers',
        payload: { name: domain.nameAscii, nameServers: servers },
      },
    ])
    await recordAudit(uow, {
      action: 'domains.change-name-servers',
      subjectType: 'domain',
      subjectId: domainId,
    })
    return ok({ domainId })
  },
})
