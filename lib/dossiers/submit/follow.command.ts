import { may } from '@/lib/access/permissions'
import { recordAudit } from '@/lib/audit/record'
import { ok, refuse } from '@/lib/kernel/result'
import { defineCommand } from '@/lib/platform/define-command'
import { dossierInput } from '../declare/declaration.input'
import type { DraftDeclaration } from '../declare/declaration.rule'
import { currentDocuments, lockDossier, lockOwnDossier, moveDossier } from '../dossier.store'
import { legalDay } from '@/lib/kernel/days'
import { versionAt, zoneById } from '@/lib/policy/resolver'
import { decideComplete } from './complete.rule'
import { endDossier } from './end'
import { answerInput } from './submit.input'

/** The applicant takes the application back; the name is free for others at once. */
export const withdrawDossier = defineCommand({
  name: 'dossiers.withdraw',
  permit: may('dossier.apply'),
  input: dossierInput,
  async run(uow, { dossierId }) {
    const found = await lockOwnDossier(uow, dossierId)
    if (!found.ok) return found
    const held = await uow.tx.domain.findUnique({ where: { dossierId }, select: { id: true } })
    if (held) return refuse('name-held', { rule: 'R-NS-08' })
    const ended = await endDossier(uow, found.value, { command: 'withdraw', template: 'dossier-withdrawn' })
    return ended.ok ? ok({ dossierId }) : ended
  },
})

/** The applicant answers the desk's request; the dossier goes back to its old place in the order (R-NS-05). */
export const answerRequest = defineCommand({
  name: 'dossiers.answer',
  permit: may('dossier.apply'),
  input: answerInput,
  async run(uow, { dossierId, answer }) {
    const found = await lockOwnDossier(uow, dossierId)
    if (!found.ok) return found
    const dossier = found.value
    if (dossier.status !== 'ACTION_NEEDED') return refuse('not-now', { params: { status: dossier.status } })
    const documents = currentDocuments(await uow.tx.document.findMany({ where: { dossierId } }))
    const zone = zoneById(dossier.zone)
    const complete = decideComplete(
      {
        nameAscii: dossier.nameAscii,
        draft: dossier.declaration as DraftDeclaration,
        attached: documents.map((document) => document.kind),
        day: legalDay(uow.now, zone.timeZone),
      },
      versionAt(zone, dossier.filedAt ?? uow.now),
    )
    if (!complete.ok) return complete
    const moved = await moveDossier(uow, dossier, 'answer', {
      nextTransitionAt: null,
      reviewerId: null,
      applicantKind: complete.value.applicantKind === 'individual' ? 'INDIVIDUAL' : 'ORGANISATION',
      filedBy: complete.value.filedBy === 'self' ? 'SELF' : 'DELEGATE',
    })
    if (!moved.ok) return moved
    await uow.tx.actionRequest.updateMany({
      where: { dossierId, answeredAt: null },
      data: { answeredAt: uow.now, answer: answer ?? null },
    })
    await recordAudit(uow, { action: 'dossiers.answer', subjectType: 'dossier', subjectId: dossierId })
    return ok({ dossierId })
  },
})

/** Due: the asked-for correction or the payment did not come in time (registrar's parameters of a claim). */
export const lapseDossier = defineCommand({
  name: 'dossiers.lapse',
  permit: may('dossier.lapse'),
  input: dossierInput,
  async run(uow, { dossierId }) {
    const found = await lockDossier(uow, dossierId)
    if (!found.ok) return found
    const { nextTransitionAt, status } = found.value
    // Decided again on the fresh row: it may have been answered or paid since the sweep picked it.
    if (!nextTransitionAt || nextTransitionAt > uow.now) return ok({ dossierId, lapsed: false })
    const template = status === 'ACCEPTED' ? 'dossier-lapsed-unpaid' : 'dossier-lapsed-unanswered'
    const ended = await endDossier(uow, found.value, { command: 'lapse', template })
    return ended.ok ? ok({ dossierId, lapsed: true }) : ended
  },
})
