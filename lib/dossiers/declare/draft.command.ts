import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { actorName, actorUserId } from '@/lib/kernel/actor'
import { legalDay } from '@/lib/kernel/days'
import { newId } from '@/lib/kernel/ids'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { zoneById } from '@/lib/policy/resolver'
import { decideSyntax } from '@/lib/policy/syntax.rule'
import { readName } from '../availability.query'
import { type Dossier, lockOwnDossier, moveDossier } from '../dossier.store'
import { dossierInput, saveStepInput, startInput } from './declaration.input'
import { bornLater, type DraftDeclaration, faultsOf } from './declaration.rule'

/** Starts a dossier for a name. It claims nothing: the claim is taken at filing (R-NS-03, R-NS-06). */
export const startDossier = defineCommand({
  name: 'dossiers.start',
  permit: may('dossier.apply'),
  input: startInput,
  async run(uow, { name, years }) {
    const found = readName(name)
    if (!found.ok) return found
    const syntax = decideSyntax(found.value)
    if (!syntax.ok) return syntax
    const id = newId()
    const declaration: DraftDeclaration = years ? { applicant: { years } } : {}
    await uow.tx.dossier.create({
      data: {
        id,
        ownerId: actorUserId(uow.actor) ?? '',
        operation: 'register',
        zone: found.value.zone.zone,
        nameAscii: found.value.name.ascii,
        nameUnicode: found.value.name.unicode,
        status: 'DRAFT',
        version: 1,
        years: Number(years ?? 1),
        declaration,
        createdAt: uow.now,
        savedAt: uow.now,
        identityChecked: false,
        events: {
          create: {
            version: 1,
            from: 'NEW',
            command: 'start',
            to: 'DRAFT',
            actor: actorName(uow.actor),
            at: uow.now,
            data: {},
          },
        },
      },
    })
    await recordAudit(uow, { action: 'dossiers.start', subjectType: 'dossier', subjectId: id })
    return ok({ dossierId: id })
  },
})

/** Whether the applicant may change the declaration: in a draft, and when the desk asked for more. */
export function isEditable(dossier: Pick<Dossier, 'status'>): boolean {
  return dossier.status === 'DRAFT' || dossier.status === 'ACTION_NEEDED'
}

/**
 * Keeps one step of the declaration as it was typed, complete or not. Returns when it was kept and what the
 * step still lacks.
 */
export const saveStep = defineCommand({
  name: 'dossiers.save-step',
  permit: may('dossier.apply'),
  input: saveStepInput,
  async run(uow, { dossierId, step, values }) {
    const found = await lockOwnDossier(uow, dossierId)
    if (!found.ok) return found
    if (!isEditable(found.value)) return refuse('not-now', { params: { status: found.value.status } })
    const draft: DraftDeclaration = { ...(found.value.declaration as DraftDeclaration), [step]: values }
    if (found.value.status === 'ACTION_NEEDED' && step === 'applicant') {
      const years = (found.value.declaration as DraftDeclaration).applicant?.years
      if (draft.applicant?.years !== years) return refuse('years-fixed', { field: 'years' })
    }
    const years = /^([1-9]|10)$/.test(draft.applicant?.years ?? '') ? Number(draft.applicant?.years) : 1
    await uow.tx.dossier.update({
      where: { id: dossierId },
      data: { declaration: draft, savedAt: uow.now, years },
    })
    await recordAudit(uow, {
      action: 'dossiers.save-step',
      subjectType: 'dossier',
      subjectId: dossierId,
      data: { step },
    })
    const today = legalDay(uow.now, zoneById(found.value.zone).timeZone)
    return ok({
      savedAt: uow.now.toISOString(),
      faults: [...faultsOf(draft, step), ...bornLater(draft, step, today)],
    })
  },
})

/** Throws a draft away. */
export const discardDossier = defineCommand({
  name: 'dossiers.discard',
  permit: may('dossier.apply'),
  input: dossierInput,
  async run(uow, { dossierId }) {
    const found = await lockOwnDossier(uow, dossierId)
    if (!found.ok) return found
    const moved = await moveDossier(uow, found.value, 'discard')
    if (!moved.ok) return moved
    await recordAudit(uow, { action: 'dossiers.discard', subjectType: 'dossier', subjectId: dossierId })
    return ok({ dossierId })
  },
})
