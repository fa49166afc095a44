'use server'
import { revalidatePath } from 'next/cache'
import { getLocale, getTranslations } from 'next-intl/server'
import { stepAfter } from '@/components/applications/steps'
import { discardDossier, saveStep, startDossier } from '@/lib/dossiers/declare/draft.command'
import type { Step } from '@/lib/dossiers/declare/declaration.input'
import { removeDocument } from '@/lib/dossiers/documents/attach.command'
import { fileDossier } from '@/lib/dossiers/submit/file.command'
import { answerRequest, withdrawDossier } from '@/lib/dossiers/submit/follow.command'
import { formatHour } from '@/lib/i18n/format'
import { redirectTo } from '@/lib/i18n/redirect'
import type { Result } from '@/lib/kernel/result'
import { refusalText } from '@/lib/web/refusal-text'
import { type FormState, formValues, refusedForm, runAction } from '@/lib/web/run-action'

/** Leaves for `path` when the command was carried out; else the form says why not. */
async function leaveOrSay(done: Result<unknown>, path: string, before: FormState, form: FormData) {
  if (!done.ok) return refusedForm(done.refusal, formValues(form), before)
  revalidatePath('/', 'layout')
  return redirectTo(path)
}

/** Starts a dossier and goes to its first step. */
export async function startApplication(before: FormState, form: FormData): Promise<FormState> {
  const started = await runAction(startDossier, formValues(form))
  const path = started.ok ? `/applications/${started.value.dossierId}/applicant` : ''
  return leaveOrSay(started, path, before, form)
}

/** Keeps a step and goes on, back, or away; stays when going on needs more. */
export async function keepStep(
  { dossierId, step, isDelegated }: { dossierId: string; step: Step; isDelegated: boolean },
  before: FormState,
  form: FormData,
): Promise<FormState> {
  const { go = 'next', ...values } = formValues(form)
  const kept = await runAction(saveStep, { dossierId, step, values })
  if (!kept.ok) return refusedForm(kept.refusal, values, before)
  const fields = kept.value.faults
  if (go === 'next' && fields.length > 0)
    return refusedForm({ code: 'input-invalid', fields }, values, before)
  revalidatePath('/', 'layout')
  const delegated = step === 'applicant' ? values.filedBy === 'delegate' : isDelegated
  return redirectTo(stepAfter(dossierId, step, go, delegated))
}

/** Keeps a step while it is written; the sentence to show. */
export async function keepDraft(
  { dossierId, step, zone }: { dossierId: string; step: Step; zone: string },
  form: FormData,
): Promise<string> {
  const kept = await runAction(saveStep, { dossierId, step, values: formValues(form) })
  if (!kept.ok) return (await refusalText(kept.refusal)).message
  revalidatePath('/', 'layout')
  const [t, locale] = await Promise.all([getTranslations('apply.step'), getLocale()])
  return t('kept', { at: formatHour(locale, new Date(kept.value.savedAt), zone) })
}

/** Takes a document out of the dossier. */
export async function dropDocument(
  ids: { dossierId: string; documentId: string },
  before: FormState,
  form: FormData,
): Promise<FormState> {
  const removed = await runAction(removeDocument, ids)
  return leaveOrSay(removed, `/applications/${ids.dossierId}/documents`, before, form)
}

/** Accepts the terms and files the dossier. */
export async function fileApplication(
  dossierId: string,
  before: FormState,
  form: FormData,
): Promise<FormState> {
  const input = { ...formValues(form), dossierId, locale: await getLocale() }
  return leaveOrSay(await runAction(fileDossier, input), `/applications/${dossierId}`, before, form)
}

/** Answers the desk's request. */
export async function answerDesk(dossierId: string, before: FormState, form: FormData): Promise<FormState> {
  const answered = await runAction(answerRequest, { ...formValues(form), dossierId })
  return leaveOrSay(answered, `/applications/${dossierId}`, before, form)
}

/** Takes the application back. */
export async function withdrawApplication(
  dossierId: string,
  before: FormState,
  form: FormData,
): Promise<FormState> {
  return leaveOrSay(
    await runAction(withdrawDossier, { dossierId }),
    `/applications/${dossierId}`,
    before,
    form,
  )
}

/** Throws a draft away. */
export async function discardApplication(
  dossierId: string,
  before: FormState,
  form: FormData,
): Promise<FormState> {
  return leaveOrSay(await runAction(discardDossier, { dossierId }), '/applications', before, form)
}
