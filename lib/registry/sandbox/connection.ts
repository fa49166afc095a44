/** One client's connection: its frames are answered one after another, in their order (RFC 5734 §3). */
import { setTimeout as sleep } from 'node:timers/promises'
import type { TLSSocket } from 'node:tls'
import type { Pool } from 'pg'
import { newId } from '@/lib/kernel/ids'
import { BadFrame, encodeFrame, FrameReader } from '../epp/framing'
import { isNamed, readEpp, UnreadableXml } from '../epp/xml-node'
import { type Command, changedName, readCommand } from './command'
import { execute } from './dispatch'
import { type Fault, takeFault } from './fault'
import { writeGreeting } from './greeting'
import { type LoggedIn, logIn } from './login'
import { CommandRefused, type Reply, writeReply } from './reply'

export interface Limits {
  readonly maxFrameBytes: number
  readonly maxConnections: number
  readonly maxSessionsPerRegistrar: number
  readonly maxLoginAttempts: number
  /** Milliseconds to log in, to finish a frame that has begun, and without any command. */
  readonly loginMs: number
  readonly frameMs: number
  readonly idleMs: number
}

export interface Service {
  readonly pool: Pool
  readonly limits: Limits
  readonly now: () => Promise<Date>
  readonly log: (event: Readonly<Record<string, unknown>>) => void
  /** Counts a session in; false when the registrar has too many. */
  readonly enter: (registrar: string) => boolean
  readonly leave: (registrar: string) => void
}

/** More waiting frames than this and the client is read no further until some are answered. */
const MAX_QUEUE = 32

/** A client that does not read its answers is dropped at this many bytes. */
const MAX_UNREAD_BYTES = 1024 * 1024

/** How long a client may take to end its side when the registry ends. */
const FINISH_MS = 5_000

export class Connection {
  private readonly reader: FrameReader
  private readonly queue: Buffer[] = []
  private busy = false
  private ending = false
  private client?: LoggedIn
  private failedLogins = 0
  private timer?: NodeJS.Timeout

  constructor(
    private readonly socket: TLSSocket,
    private readonly service: Service,
  ) {
    this.reader = new FrameReader(service.limits.maxFrameBytes)
    socket.setNoDelay(true)
    socket.on('data', (chunk) => this.take(chunk))
    socket.on('error', () => socket.destroy())
    socket.on('close', () => this.forget())
    this.watch()
    void this.pump(async () => this.write(writeGreeting(await service.now())))
  }

  /** Ends the connection once the command being carried out, if any, is answered. */
  finish(): void {
    this.ending = true
    if (!this.busy) this.socket.end()
    setTimeout(() => this.socket.destroy(), FINISH_MS).unref()
  }

  /** What a client that has gone left behind is not carried out: it counts it as unknown and asks. */
  private get isOpen(): boolean {
    return !this.ending && !this.socket.destroyed
  }

  private take(chunk: Buffer): void {
    try {
      this.queue.push(...this.reader.push(chunk))
    } catch (error) {
      if (!(error instanceof BadFrame)) throw error
      this.service.log({ event: 'bad frame', cause: error.message })
      this.socket.destroy()
      return
    }
    this.watch()
    if (this.queue.length > MAX_QUEUE) this.socket.pause()
    void this.pump()
  }

  /** Works the queue off; nothing that a frame does can reach further than its own connection. */
  private async pump(first?: () => Promise<void>): Promise<void> {
    if (this.busy) return
    this.busy = true
    try {
      await first?.()
      for (let frame = this.queue.shift(); frame !== undefined && this.isOpen; frame = this.queue.shift()) {
        await this.answer(frame)
        if (this.queue.length <= MAX_QUEUE / 2) this.socket.resume()
      }
    } catch (error) {
      this.service.log({ event: 'failed', cause: error instanceof Error ? error.stack : String(error) })
      this.socket.destroy()
    } finally {
      this.busy = false
      this.watch()
    }
    if (this.ending) this.socket.end()
  }

  private async answer(frame: Buffer): Promise<void> {
    let command: Command
    try {
      const content = readEpp(frame)
      if (isNamed(content, 'epp:hello')) return this.write(writeGreeting(await this.service.now()))
      command = readCommand(content)
    } catch (error) {
      if (error instanceof UnreadableXml) return this.reply({ code: 2001, reason: error.message })
      if (error instanceof CommandRefused) return this.reply({ code: error.code, reason: error.reason })
      throw error
    }
    if (command.verb.name === 'login') return this.logIn(command)
    if (command.verb.name === 'logout') return this.logOut(command)
    if (this.client === undefined) return this.reply({ code: 2002, reason: 'log in first' }, command)
    return this.execute(this.client, command)
  }

  private async logIn(command: Command): Promise<void> {
    const { limits, pool, log, enter } = this.service
    if (this.client !== undefined) return this.reply({ code: 2002, reason: 'already logged in' }, command)
    try {
      const client = await logIn(pool, command.verb)
      if (!enter(client.registrar)) return this.end({ code: 2502 }, command)
      this.client = client
      log({ event: 'login', registrar: client.registrar })
      this.reply({ code: 1000 }, command)
    } catch (error) {
      if (!(error instanceof CommandRefused)) throw error
      log({ event: 'login refused', code: error.code })
      this.failedLogins++
      if (this.failedLogins >= limits.maxLoginAttempts) return this.end({ code: 2501 }, command)
      this.reply({ code: error.code, reason: error.reason }, command)
    }
  }

  private logOut(command: Command): void {
    if (this.client === undefined) return this.reply({ code: 2002, reason: 'not logged in' }, command)
    this.end({ code: 1500 }, command)
  }

  private async execute(client: LoggedIn, command: Command): Promise<void> {
    const name = changedName(command)
    const fault = name === undefined ? undefined : await takeFault(this.service.pool, name)
    if (fault !== undefined && (await this.suffer(fault, command))) return
    try {
      const { reply, svTRID } = await execute(this.service.pool, client, command, await this.service.now())
      this.logCommand(client, command, reply.code)
      if (fault?.kind === 'lose-answer') this.socket.destroy()
      else this.reply(reply, command, svTRID)
    } catch (error) {
      this.service.log({ event: 'failed', cause: error instanceof Error ? error.stack : String(error) })
      this.reply({ code: 2400 }, command)
    }
  }

  /** True when the fault leaves nothing to carry out. */
  private async suffer(fault: Fault, command: Command): Promise<boolean> {
    this.service.log({ event: 'fault', kind: fault.kind, object: command.object })
    if (fault.kind === 'delay') await sleep(fault.delay_ms)
    if (fault.kind === 'drop-before') this.socket.destroy()
    if (fault.kind === 'refuse') this.reply({ code: 2306, reason: fault.reason ?? 'policy' }, command)
    return fault.kind === 'drop-before' || fault.kind === 'refuse'
  }

  private logCommand(client: LoggedIn, command: Command, code: number): void {
    const { verb, clTRID, object } = command
    this.service.log({
      event: 'command',
      registrar: client.registrar,
      command: verb.name,
      object,
      clTRID,
      code,
    })
  }

  private end(reply: Reply, command: Command): void {
    this.ending = true
    this.reply(reply, command)
  }

  private reply(reply: Reply, command?: Command, svTRID: string = newId()): void {
    this.write(writeReply(reply, command?.clTRID, svTRID))
  }

  private write(xml: string): void {
    if (this.socket.writableLength > MAX_UNREAD_BYTES) this.socket.destroy()
    if (this.socket.writable) this.socket.write(encodeFrame(xml))
  }

  private watch(): void {
    clearTimeout(this.timer)
    if (this.busy || this.socket.destroyed) return
    const { loginMs, frameMs, idleMs } = this.service.limits
    const allowed = this.client === undefined ? loginMs : this.reader.inFrame ? frameMs : idleMs
    this.timer = setTimeout(() => this.socket.destroy(), allowed).unref()
  }

  private forget(): void {
    clearTimeout(this.timer)
    if (this.client !== undefined) this.service.leave(this.client.registrar)
    this.client = undefined
  }
}
