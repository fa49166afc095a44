/** One TLS connection to an EPP server, from greeting to logout; commands may be on their way together. */
import { isIP } from 'node:net'
import { connect, type TLSSocket } from 'node:tls'
import { newId } from '@/lib/kernel/ids'
import { type Answer, readAnswer, readGreeting } from './answer'
import { loginCommand, logoutCommand, writeCommand, writeHello } from './command-frame'
import { encodeFrame, FrameReader } from './framing'
import { redact } from './redact'
import { isNamed, readEpp } from './xml-node'

export interface SessionOptions {
  readonly host: string
  readonly port: number
  /** Certificates (PEM) that may have signed the server's; the system's authorities when left out. */
  readonly ca?: string | readonly string[]
  /** Our own certificate and key (PEM), where a registry wants them. */
  readonly cert?: string
  readonly key?: string
  readonly clientId: string
  readonly password: string
  /** How long to wait for the connection, and for each answer. */
  readonly timeoutMs: number
  /** A `hello` goes out after so long without traffic. */
  readonly keepAliveMs: number
  /** Sees every frame, passwords and authorisation information taken out. */
  readonly onFrame?: (direction: 'sent' | 'received', xml: string) => void
}

/** The session ended before this answer came; what was sent may or may not have been carried out. */
export class SessionLost extends Error {}

/** No session could be had; surely nothing was sent. */
export class NoSession extends Error {}

const MAX_ANSWER_BYTES = 1024 * 1024

interface Waiting {
  readonly clTRID: string
  readonly resolve: (answer: Answer | ReadonlySet<string>) => void
  readonly reject: (error: Error) => void
  readonly timer: NodeJS.Timeout
}

export class EppSession {
  private readonly reader = new FrameReader(MAX_ANSWER_BYTES)
  private readonly waiting: Waiting[] = []
  private readonly keepAlive: NodeJS.Timeout
  private lost?: SessionLost
  /** URIs offered by the greeting. */
  offered: ReadonlySet<string> = new Set()

  private constructor(
    private readonly socket: TLSSocket,
    private readonly options: SessionOptions,
  ) {
    socket.setNoDelay(true)
    socket.on('data', (chunk) => this.take(chunk))
    socket.on('error', (error) => this.lose(error.message))
    socket.on('close', () => this.lose('the registry closed the connection'))
    this.keepAlive = setInterval(() => this.sayHello(), options.keepAliveMs).unref()
  }

  /** Connects, verifies the certificate, reads the greeting and logs in. Throws when any of it fails. */
  static async open(options: SessionOptions): Promise<EppSession> {
    const session = new EppSession(await connectTls(options), options)
    try {
      session.offered = (await session.expect('')) as ReadonlySet<string>
      const login = loginCommand({ ...options, offered: session.offered })
      const clTRID = newId()
      const answer = await session.send(writeCommand(login, clTRID), clTRID)
      if (answer.code !== 1000) {
        throw new Error(`login refused: ${answer.code} ${answer.message} ${answer.reason ?? ''}`.trim())
      }
      return session
    } catch (error) {
      session.lose('the session could not begin')
      throw error
    }
  }

  get isLive(): boolean {
    return this.lost === undefined
  }

  /** Sends a command and gives its answer. Throws {@link SessionLost} when none comes in time. */
  async send(xml: string, clTRID: string): Promise<Answer> {
    return (await this.write(xml, clTRID)) as Answer
  }

  /** Logs out and closes. Never throws: a session that is gone is closed as well. */
  async close(): Promise<void> {
    if (this.lost !== undefined) return
    const clTRID = newId()
    await this.send(writeCommand(logoutCommand(), clTRID), clTRID).catch(() => undefined)
    this.lose('logged out')
  }

  private write(xml: string, clTRID: string): Promise<Answer | ReadonlySet<string>> {
    if (this.lost !== undefined) return Promise.reject(new NoSession(this.lost.message))
    this.options.onFrame?.('sent', redact(xml))
    const answer = this.expect(clTRID)
    this.socket.write(encodeFrame(xml))
    this.keepAlive.refresh()
    return answer
  }

  private expect(clTRID: string): Promise<Answer | ReadonlySet<string>> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.lose('no answer in time'), this.options.timeoutMs)
      this.waiting.push({ clTRID, resolve, reject, timer })
    })
  }

  private take(chunk: Buffer): void {
    try {
      for (const frame of this.reader.push(chunk)) this.takeFrame(frame)
    } catch (error) {
      this.lose(`unreadable answer: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  /** Answers come in the order of the commands (RFC 5734 §3); the transaction id proves it. */
  private takeFrame(frame: Buffer): void {
    if (this.lost !== undefined) return
    this.options.onFrame?.('received', redact(frame.toString('utf8')))
    const content = readEpp(frame)
    const head = this.waiting[0]
    if (head === undefined) throw new Error('an answer to nothing')
    if (isNamed(content, 'epp:greeting')) {
      if (head.clTRID !== '') throw new Error('a greeting in place of an answer')
      this.settle(head).resolve(readGreeting(content))
      return
    }
    const answer = readAnswer(content)
    if (answer.clTRID !== head.clTRID) throw new Error(`an answer to another command (${answer.code})`)
    this.settle(head).resolve(answer)
    if (answer.code === 1500 || answer.code >= 2500) this.lose('the registry ended the session')
  }

  private settle(head: Waiting): Waiting {
    this.waiting.shift()
    clearTimeout(head.timer)
    return head
  }

  private sayHello(): void {
    if (this.waiting.length === 0) this.write(writeHello(), '').catch(() => undefined)
  }

  private lose(cause: string): void {
    if (this.lost !== undefined) return
    this.lost = new SessionLost(cause)
    clearInterval(this.keepAlive)
    this.socket.destroy()
    for (const waiting of this.waiting.splice(0)) {
      clearTimeout(waiting.timer)
      waiting.reject(this.lost)
    }
  }
}

function connectTls(options: SessionOptions): Promise<TLSSocket> {
  const { host, port, ca, cert, key } = options
  return new Promise((resolve, reject) => {
    const socket = connect({
      host,
      port,
      cert,
      key,
      ca: typeof ca === 'string' || ca === undefined ? ca : [...ca],
      servername: isIP(host) === 0 ? host : undefined,
      minVersion: 'TLSv1.2',
    })
    const fail = (error: Error) => {
      socket.destroy()
      reject(error)
    }
    const timer = setTimeout(() => fail(new Error('no connection in time')), options.timeoutMs)
    socket.once('error', fail)
    socket.once('close', () => fail(new Error('the connection closed before it was made')))
    socket.once('secureConnect', () => {
      clearTimeout(timer)
      socket.removeAllListeners('error').removeAllListeners('close')
      resolve(socket)
    })
    socket.once('close', () => clearTimeout(timer))
  })
}
