/** Commands: the only way in which anything changes. */
import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import { type Actor, actorName } from '@/lib/kernel/actor'
import { systemClock } from '@/lib/kernel/clock'
import { newId } from '@/lib/kernel/ids'
import { type FieldRefusal, ok, refuse, type Result } from '@/lib/kernel/result'
import { inUnitOfWork, type UnitOfWork } from './unit-of-work'

export interface Command<Input, Output, Prepared = undefined> {
  /** Module and verb: `dossiers.file`. */
  readonly name: string
  readonly input: z.ZodMiniType<Input>
  /** Who may call it at all; what of whom is the story's own matter. */
  readonly permit: (actor: Actor) => Result<unknown>
  /** Heavy: a person must have proved within the last minutes who they are (DESIGN §9). */
  readonly stepUp?: true
  /** How long its transaction may take where it is much work, in milliseconds. */
  readonly timeoutMs?: number
  /** Limits that count refused calls too, so they are taken before the unit of work opens. */
  readonly limit?: (actor: Actor, input: Input) => Promise<Result<unknown>>
  /** Work that must not hold a transaction, such as asking a registry; its result reaches `run`. */
  readonly prepare?: (actor: Actor, input: Input) => Promise<Result<Prepared>>
  readonly run: (uow: UnitOfWork, input: Input, prepared: Prepared) => Promise<Result<Output>>
}

/** How long a proof of who acts is good for. */
export const STEP_UP_MINUTES = 10

/**
 * A heavy command wants a recent proof from a person; the portal's own hands need none. Refuses
 * `step-up-needed`. `now` is the system's time.
 */
export function decideStepUp(actor: Actor, now: Date): Result<unknown> {
  if (actor.kind !== 'user') return ok()
  const age = actor.steppedUpAt && now.getTime() - actor.steppedUpAt.getTime()
  const isRecent = age !== undefined && age >= 0 && age < STEP_UP_MINUTES * 60_000
  return isRecent ? ok() : refuse('step-up-needed')
}

/** Declares a command; `permit` is not optional, so that nothing is open by oversight. */
export function defineCommand<Input, Output, Prepared = undefined>(
  command: Command<Input, Output, Prepared>,
): Command<Input, Output, Prepared> {
  return command
}

export interface CallOptions {
  readonly actor: Actor
  readonly requestId?: string
  /** The same key with the same input returns the first result; with another input it is refused. */
  readonly idempotencyKey?: string
}

/**
 * Parses, checks the permission and the proof, and runs the command in a unit of work. Refusals come back as values and
 * leave nothing behind. Throws only for bugs and broken infrastructure.
 */
export async function execute<Input, Output, Prepared>(
  command: Command<Input, Output, Prepared>,
  rawInput: unknown,
  { actor, requestId = newId(), idempotencyKey }: CallOptions,
): Promise<Result<Output>> {
  const permitted = command.permit(actor)
  if (!permitted.ok) return permitted
  const parsed = parseInput(command.input, rawInput)
  if (!parsed.ok) return parsed
  const proven = command.stepUp ? decideStepUp(actor, systemClock.now()) : ok()
  if (!proven.ok) return proven
  const limited = await command.limit?.(actor, parsed.value)
  if (limited && !limited.ok) return limited
  const prepared = (await command.prepare?.(actor, parsed.value)) ?? {
    ok: true,
    value: undefined as Prepared,
  }
  if (!prepared.ok) return prepared
  const story = (uow: UnitOfWork) => command.run(uow, parsed.value, prepared.value)
  return inUnitOfWork({ actor, requestId, timeoutMs: command.timeoutMs }, async (uow) => {
    if (!idempotencyKey) return story(uow)
    return onceByKey(uow, command.name, parsed.value, idempotencyKey, story)
  })
}

/** Reads input by its schema; the refusal names every field that did not fit. */
export function parseInput<Input>(schema: z.ZodMiniType<Input>, raw: unknown): Result<Input> {
  const parsed = z.safeParse(schema, raw)
  if (parsed.success) return { ok: true, value: parsed.data }
  const fields = parsed.error.issues.map(fieldRefusal)
  return refuse('input-invalid', { fields, field: fields[0]?.field })
}

const CODE_BY_ISSUE: Readonly<Record<string, string>> = {
  too_small: 'field-too-short',
  too_big: 'field-too-long',
  invalid_format: 'field-format',
}

/** Schemas give a refusal code as their error text; an issue without one gets the code of its kind. */
function fieldRefusal(issue: z.core.$ZodIssue): FieldRefusal {
  const field = issue.path.join('.')
  if (/^[a-z][a-z0-9-]*$/.test(issue.message)) return { field, code: issue.message }
  return { field, code: CODE_BY_ISSUE[issue.code] ?? 'field-invalid' }
}

async function onceByKey<Output>(
  uow: UnitOfWork,
  name: string,
  input: unknown,
  key: string,
  story: (uow: UnitOfWork) => Promise<Result<Output>>,
): Promise<Result<Output>> {
  const paramsHash = createHash('sha256').update(JSON.stringify(input)).digest('hex')
  const own = `${actorName(uow.actor)}:${name}:${key}`
  // The insert waits for a concurrent call with this key, so the loser reads the winner's result.
  const inserted = await uow.tx.$executeRaw`
    INSERT INTO command_key (key, command, actor, params_hash, result, at)
    VALUES (${own}, ${name}, ${actorName(uow.actor)}, ${paramsHash}, 'null', ${uow.systemNow})
    ON CONFLICT (key) DO NOTHING`
  if (inserted === 0) {
    const first = await uow.tx.commandKey.findUniqueOrThrow({ where: { key: own } })
    if (first.paramsHash !== paramsHash) return refuse('idempotency-key-reused')
    return { ok: true, value: first.result as Output }
  }
  const result = await story(uow)
  if (result.ok) {
    const value = JSON.parse(JSON.stringify(result.value ?? null))
    await uow.tx.commandKey.update({ where: { key: own }, data: { result: value } })
  }
  return result
}
