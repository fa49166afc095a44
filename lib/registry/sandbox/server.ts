import { createServer, type Server } from 'node:tls'
import type { AddressInfo } from 'node:net'
import { Connection, type Limits, type Service } from './connection'
import { migrate, openPool, withClient } from './database'

const LIMITS: Limits = {
  maxFrameBytes: 256 * 1024,
  maxConnections: 500,
  maxSessionsPerRegistrar: 100,
  maxLoginAttempts: 3,
  loginMs: 30_000,
  frameMs: 60_000,
  idleMs: 900_000,
}

interface SandboxRegistryOptions {
  readonly databaseUrl: string
  readonly host: string
  /** 0 = any free one. */
  readonly port: number
  readonly certificates: { readonly cert: string; readonly key: string }
  /** Business time, read once per command. */
  readonly now: () => Promise<Date>
  readonly log: (event: Readonly<Record<string, unknown>>) => void
  readonly limits?: Partial<Limits>
}

export interface SandboxRegistry {
  readonly port: number
  /** Answers what is being carried out, then ends every connection. */
  close(): Promise<void>
}

/** Migrates its tables and serves EPP over TLS. Throws when the database or the port is not to be had. */
export async function startSandboxRegistry(options: SandboxRegistryOptions): Promise<SandboxRegistry> {
  const pool = openPool(options.databaseUrl)
  const connections = new Set<Connection>()
  try {
    await withClient(pool, migrate)
    const limits = { ...LIMITS, ...options.limits }
    const service: Service = { ...options, pool, limits, ...sessionCounter(limits) }
    const server = await listen(options, limits, service, connections)
    const { port } = server.address() as AddressInfo
    options.log({ event: 'listening', host: options.host, port })
    return {
      port,
      close: async () => {
        await stop(server, connections)
        await pool.end()
        options.log({ event: 'closed' })
      },
    }
  } catch (error) {
    await pool.end()
    throw error
  }
}

function listen(
  options: SandboxRegistryOptions,
  limits: Limits,
  service: Service,
  connections: Set<Connection>,
): Promise<Server> {
  const server = createServer({ ...options.certificates, minVersion: 'TLSv1.2', handshakeTimeout: 10_000 })
  server.maxConnections = limits.maxConnections
  server.on('secureConnection', (socket) => {
    const connection = new Connection(socket, service)
    connections.add(connection)
    socket.once('close', () => connections.delete(connection))
  })
  server.on('tlsClientError', (_error, socket) => socket.destroy())
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, () => {
      server.removeListener('error', reject)
      resolve(server)
    })
  })
}

function stop(server: Server, connections: ReadonlySet<Connection>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    for (const connection of connections) connection.finish()
  })
}

function sessionCounter(limits: Limits): Pick<Service, 'enter' | 'leave'> {
  const sessions = new Map<string, number>()
  return {
    enter: (registrar) => {
      const count = sessions.get(registrar) ?? 0
      if (count >= limits.maxSessionsPerRegistrar) return false
      sessions.set(registrar, count + 1)
      return true
    },
    leave: (registrar) => {
      sessions.set(registrar, (sessions.get(registrar) ?? 1) - 1)
    },
  }
}
