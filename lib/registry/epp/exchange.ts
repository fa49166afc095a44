/** One command and what came of it: the only place where faults of the wire become outcomes. */
import type { Outcome } from '../gateway'
import { newId } from '@/lib/kernel/ids'
import type { Answer } from './answer'
import { type Command, writeCommand } from './command-frame'
import { NoSession, SessionLost } from './session'
import type { SessionPool } from './session-pool'
import { UnreadableXml } from './xml-node'
import { UnsendableText } from './xml-tag'

type Read<T> = (answer: Answer) => T

/** RFC 5730 §3: the server failed by itself (2400, 25xx); whether it acted first is not known for sure. */
const SERVER_FAILED = new Set([2400, 2500, 2501, 2502])

/** Sends a command that changes something, exactly once. */
export function transform<T>(
  pool: SessionPool,
  clTRID: string,
  command: Command,
  read: Read<T>,
): Promise<Outcome<T>> {
  return exchange(pool, clTRID, command, read)
}

/** Sends a question; when its session is lost, it is asked once more on another one. */
export async function ask<T>(pool: SessionPool, command: Command, read: Read<T>): Promise<Outcome<T>> {
  const first = await exchange(pool, newId(), command, read)
  return first.kind === 'unknown' ? exchange(pool, newId(), command, read) : first
}

async function exchange<T>(
  pool: SessionPool,
  clTRID: string,
  command: Command,
  read: Read<T>,
): Promise<Outcome<T>> {
  try {
    const answer = await pool.use((session) =>
      session.send(writeCommand(command, clTRID, session.offered), clTRID),
    )
    return outcomeOf(answer, read)
  } catch (error) {
    if (error instanceof UnsendableText) return { kind: 'refused', code: 2005, message: error.message }
    if (error instanceof NoSession) return { kind: 'unsent', cause: error.message }
    if (error instanceof SessionLost) return { kind: 'unknown', cause: error.message }
    if (error instanceof UnreadableXml) return { kind: 'unknown', cause: error.message }
    throw error
  }
}

function outcomeOf<T>(answer: Answer, read: Read<T>): Outcome<T> {
  const { code, message, reason, svTRID } = answer
  if (code < 2000) return { kind: 'done', value: read(answer), svTRID, code }
  if (SERVER_FAILED.has(code)) return { kind: 'unknown', cause: `${code} ${message}` }
  return { kind: 'refused', code, message, reason }
}
