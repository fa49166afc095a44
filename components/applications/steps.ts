/** The steps of an application and their addresses. Pure. */
import type { Step } from '@/lib/dossiers/declare/declaration.input'

export type ApplyStep = Step | 'documents' | 'review'

/** All steps in order; the delegate's only when somebody else files. */
export function applySteps(isDelegated: boolean): readonly ApplyStep[] {
  const declared: readonly Step[] = isDelegated
    ? ['applicant', 'delegate', 'holder', 'contacts', 'name-servers']
    : ['applicant', 'holder', 'contacts', 'name-servers']
  return [...declared, 'documents', 'review']
}

/** Where a button of a step leads; `later` leads to the application's own page. */
export function stepAfter(dossierId: string, step: ApplyStep, go: string, isDelegated: boolean): string {
  const steps = applySteps(isDelegated)
  const offset = go === 'next' ? 1 : go === 'back' ? -1 : Number.NaN
  const target = steps[steps.indexOf(step) + offset]
  return target ? `/applications/${dossierId}/${target}` : `/applications/${dossierId}`
}
