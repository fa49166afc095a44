/** Drafting a zone's next version: made and changed by one operator, published by another. */
import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { actorUserId } from '@/lib/kernel/actor'
import { isLegalDay } from '@/lib/kernel/day-text'
import { newId } from '@/lib/kernel/ids'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import { assumed } from '@/lib/policy/param'
import type { ZonePolicy, ZoneVersion } from '@/lib/policy/policy'
import { contentHash } from '@/lib/policy/resolver'
import {
  basisOf,
  decideBeginning,
  decideChange,
  decideContent,
  readContent,
} from '@/lib/policy/versions/draft.rule'
import { withFields } from '@/lib/policy/versions/fields.rule'
import { withPatch } from '@/lib/policy/versions/patch.rule'
import { draftIdInput, draftInput, fieldsInput, patchInput } from './policies.input'
import {
  asJson,
  beginningOf,
  isFromTaken,
  lockDraft,
  lockZone,
  writeContent,
  zoneNamed,
} from './policy-version.store'

/**
 * Makes a draft: a copy of a version that exists, to hold from a later day. Refuses a day that is past, taken, or
 * under names that live by another version already.
 */
export const draftVersion = defineCommand({
  name: 'policies.draft',
  permit: may('policy.draft'),
  input: draftInput,
  async run(uow, { zone: zoneId, base, from, reason, changes = {} }) {
    const found = zoneNamed(zoneId)
    if (!found.ok) return found
    const zone = found.value
    const copied = zone.versions.find((version) => version.from.value === base)
    if (!copied) return refuse('not-found')
    await lockZone(uow, zone.zone)
    const begins = await decideDay(uow, zone, from)
    if (!begins.ok) return begins
    const start: ZoneVersion = { ...structuredClone(copied), from: assumed(from, reason) }
    const content = decideContent(
      zone,
      withPatch(start, { ...changes, from: start.from }, basisOf({ reason })),
    )
    if (!content.ok) return content
    const id = newId()
    await uow.tx.policyVersion.create({
      data: {
        ...{ id, zone: zone.zone, from, state: 'DRAFT', authorId: actorUserId(uow.actor) ?? '' },
        ...{ content: asJson(content.value), contentHash: contentHash(content.value) },
        ...{ authoredAt: uow.now, changedAt: uow.now },
      },
    })
    await audit(uow, 'policies.draft', { id, zone: zone.zone, from })
    return ok({ draftId: id, zone: zone.zone })
  },
})

async function decideDay(uow: UnitOfWork, zone: ZonePolicy, from: string): Promise<Result<unknown>> {
  if (!isLegalDay(from)) {
    return refuse('input-invalid', { field: 'from', fields: [{ field: 'from', code: 'date-invalid' }] })
  }
  const begins = decideBeginning(await beginningOf(uow, zone, from))
  if (!begins.ok) return begins
  const isTaken = await isFromTaken(uow.tx, zone.zone, from)
  return isTaken ? refuse('policy-from-taken', { field: 'from', params: { day: from } }) : ok()
}

/** Changes values of a draft by the fields of one topic. */
export const changeDraft = defineCommand({
  name: 'policies.change-draft',
  permit: may('policy.draft'),
  input: fieldsInput,
  run: (uow, { draftId, topic, values, reason, documentDate }) =>
    changed(uow, draftId, (draft) =>
      withFields(draft, topic, values, basisOf({ reason, ...(documentDate && { documentDate }) })),
    ),
})

/** Changes any values of a draft by a merge patch. Refuses `policy-json-invalid`. */
export const patchDraft = defineCommand({
  name: 'policies.patch-draft',
  permit: may('policy.draft'),
  input: patchInput,
  run: (uow, { draftId, changes, reason, documentDate }) =>
    changed(uow, draftId, (draft) => {
      const patch = readObject(changes)
      if (!patch) return jsonInvalid()
      const basis = basisOf({ reason, ...(documentDate && { documentDate }) })
      return ok(withPatch(draft, { ...patch, from: draft.from }, basis))
    }),
})

/** Takes a draft back; it stays on file. */
export const withdrawDraft = defineCommand({
  name: 'policies.withdraw',
  permit: may('policy.draft'),
  input: draftIdInput,
  async run(uow, { draftId }) {
    const found = await lockDraft(uow, draftId)
    if (!found.ok) return found
    await uow.tx.policyVersion.update({
      where: { id: draftId },
      data: { state: 'WITHDRAWN', withdrawnAt: uow.now },
    })
    await audit(uow, 'policies.withdraw', found.value)
    return ok({ draftId, zone: found.value.zone })
  },
})

async function changed(
  uow: UnitOfWork,
  draftId: string,
  change: (version: ZoneVersion) => Result<unknown>,
): Promise<Result<{ draftId: string; zone: string }>> {
  const found = await lockDraft(uow, draftId)
  if (!found.ok) return found
  const draft = found.value
  const decided = decideChange(draft, actorUserId(uow.actor) ?? '')
  if (!decided.ok) return decided
  const standing = readContent(draft.policy, draft.content)
  if (!standing.ok) return standing
  const made = change(standing.value)
  if (!made.ok) return made
  const version = decideContent(draft.policy, made.value)
  if (!version.ok) return version
  await writeContent(uow, draftId, version.value)
  await audit(uow, 'policies.change-draft', draft)
  return ok({ draftId, zone: draft.zone })
}

function readObject(text: string): Record<string, unknown> | undefined {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? { ...read } : undefined
  } catch {
    return undefined
  }
}

function jsonInvalid() {
  return refuse('policy-json-invalid', {
    field: 'changes',
    fields: [{ field: 'changes', code: 'policy-json-invalid' }],
  })
}

async function audit(
  uow: UnitOfWork,
  action: string,
  { id, zone, from }: { id: string; zone: string; from: string },
): Promise<void> {
  await recordAudit(uow, { action, subjectType: 'policy-version', subjectId: id, data: { zone, from } })
}
