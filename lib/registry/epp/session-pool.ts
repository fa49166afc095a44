/** Sessions to one registry: as many as needed up to a limit, each carrying several commands at once. */
import { EppSession, NoSession, type SessionOptions } from './session'

interface PoolOptions extends SessionOptions {
  readonly poolSize: number
  /** Commands on their way in one session at the same time. */
  readonly pipeline: number
}

interface Slot {
  readonly opening: Promise<EppSession>
  session?: EppSession
  load: number
}

interface Waiter {
  readonly resolve: () => void
  readonly reject: (error: NoSession) => void
  readonly timer: NodeJS.Timeout
}

export class SessionPool {
  private slots: Slot[] = []
  private readonly waiters: Waiter[] = []
  private closed = false

  constructor(private readonly options: PoolOptions) {}

  /** Runs `work` with a logged-in session. Throws {@link NoSession} when there is none to be had. */
  async use<T>(work: (session: EppSession) => Promise<T>): Promise<T> {
    const slot = await this.take()
    try {
      return await work(await this.sessionOf(slot))
    } finally {
      slot.load--
      this.wake()
    }
  }

  async close(): Promise<void> {
    this.closed = true
    for (const waiter of this.waiters.splice(0)) this.refuse(waiter, 'the gateway is closed')
    const slots = this.slots.splice(0)
    await Promise.all(
      slots.map((slot) => slot.opening.then((session) => session.close()).catch(() => undefined)),
    )
  }

  private async take(): Promise<Slot> {
    for (;;) {
      if (this.closed) throw new NoSession('the gateway is closed')
      const slot = this.freeSlot()
      if (slot !== undefined) {
        slot.load++
        return slot
      }
      await this.waitTurn()
    }
  }

  /** An idle session, else a new one while the limit allows it, else the least loaded with room. */
  private freeSlot(): Slot | undefined {
    this.slots = this.slots.filter((slot) => slot.session === undefined || slot.session.isLive)
    const least = this.slots.reduce<Slot | undefined>(
      (best, slot) => (best === undefined || slot.load < best.load ? slot : best),
      undefined,
    )
    if (least?.load === 0) return least
    if (this.slots.length < this.options.poolSize) return this.open()
    return least !== undefined && least.load < this.options.pipeline ? least : undefined
  }

  private open(): Slot {
    const slot: Slot = { opening: EppSession.open(this.options), load: 0 }
    slot.opening.then(
      (session) => {
        slot.session = session
      },
      () => {
        this.slots = this.slots.filter((other) => other !== slot)
      },
    )
    this.slots.push(slot)
    return slot
  }

  private async sessionOf(slot: Slot): Promise<EppSession> {
    let session: EppSession
    try {
      session = await slot.opening
    } catch (error) {
      throw new NoSession(error instanceof Error ? error.message : String(error))
    }
    if (!session.isLive) throw new NoSession('the session ended before its turn')
    return session
  }

  private waitTurn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiters.splice(this.waiters.indexOf(waiter), 1)
        this.refuse(waiter, 'every session is busy')
      }, this.options.timeoutMs)
      const waiter: Waiter = { resolve, reject, timer }
      this.waiters.push(waiter)
    })
  }

  private wake(): void {
    const waiter = this.waiters.shift()
    if (waiter === undefined) return
    clearTimeout(waiter.timer)
    waiter.resolve()
  }

  private refuse(waiter: Waiter, cause: string): void {
    clearTimeout(waiter.timer)
    waiter.reject(new NoSession(cause))
  }
}
