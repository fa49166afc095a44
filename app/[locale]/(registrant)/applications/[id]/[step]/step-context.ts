import 'server-only'
import { getLocale, getTranslations } from 'next-intl/server'
import { type ApplicationView, startView } from '@/lib/dossiers/application.query'
import type { Step } from '@/lib/dossiers/declare/declaration.input'
import { bornLater, faultsOf } from '@/lib/dossiers/declare/declaration.rule'
import { legalDay } from '@/lib/kernel/days'
import { businessNow } from '@/lib/platform/business-clock'
import { decideDelegation } from '@/lib/policy/documents.rule'
import { versionAt, zoneById } from '@/lib/policy/resolver'
import { refusalText } from '@/lib/web/refusal-text'
import { EMPTY_FORM, type FormState } from '@/lib/web/run-action'
import { currentViewer } from '@/lib/web/viewer'
import type { StepContext } from '@/components/applications/step-fields'
import { yearChoices } from '@/components/applications/year-choices'

/** What a step begins with: what was typed before, and on request what it lacks. */
export async function stepStart(view: ApplicationView, step: Step, marks: boolean): Promise<FormState> {
  const values = view.draft[step] ?? (await firstValues(view, step))
  // A step that nobody has filled in yet opens clean, with what is known already.
  const today = legalDay(await businessNow(), view.timeZone)
  const fields =
    marks && view.draft[step] ? [...faultsOf(view.draft, step), ...bornLater(view.draft, step, today)] : []
  if (fields.length === 0) return { ...EMPTY_FORM, values }
  return { ...EMPTY_FORM, values, refusal: await refusalText({ code: 'input-invalid', fields }) }
}

/** An individual who files is usually the user: the mail address need not be typed again. */
async function firstValues(view: ApplicationView, step: Step): Promise<Record<string, string>> {
  const own = step === (view.draft.applicant?.filedBy === 'delegate' ? 'delegate' : 'holder')
  const viewer = own ? await currentViewer() : null
  return viewer ? { email: viewer.email } : {}
}

/** What a step needs to know of the rest of the dossier. */
export async function stepContext(view: ApplicationView): Promise<StepContext> {
  const [t, locale, now] = await Promise.all([getTranslations('apply'), getLocale(), businessNow()])
  const quotes = startView(view.nameAscii, view.filedAt ?? now)
  const isFixed = view.status !== 'DRAFT'
  return {
    nameAscii: view.nameAscii,
    isOrganisation: view.draft.applicant?.applicantKind === 'organisation',
    years: quotes.ok
      ? yearChoices(locale, quotes.value.quotes, (years, price) => t('new.choice', { years, price }))
      : [],
    ...(isFixed && {
      fixedYears: {
        value: view.draft.applicant?.years ?? String(view.years),
        text: t('step.fixedYears', { years: view.years }),
      },
    }),
    delegateReasons: await delegateReasons(view, view.filedAt ?? now),
  }
}

/** Which kind of delegate may not file for this applicant, and why (R-NS-10, R-NS-12). */
async function delegateReasons(view: ApplicationView, at: Date): Promise<Record<string, string>> {
  const { applicantKind } = view.draft.applicant ?? {}
  if (applicantKind !== 'individual' && applicantKind !== 'organisation') return {}
  const version = versionAt(zoneById(view.zone), at)
  const reasons: Record<string, string> = {}
  for (const delegateKind of ['individual', 'organisation'] as const) {
    const decided = decideDelegation({ applicantKind, delegateKind }, version)
    if (!decided.ok) reasons[delegateKind] = (await refusalText(decided.refusal)).message
  }
  return reasons
}
