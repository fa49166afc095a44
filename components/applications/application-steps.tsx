import { useTranslations } from 'next-intl'
import { Steps } from '@/components/ui/steps'
import type { ApplicationView } from '@/lib/dossiers/application.query'
import { type ApplyStep, applySteps } from './steps'

/** Whether somebody else files for the holder. */
export function isDelegated({ draft }: Pick<ApplicationView, 'draft'>): boolean {
  return draft.applicant?.filedBy === 'delegate'
}

/** Where one stands in the application. Server only. */
export function ApplicationSteps({ view, current }: { view: ApplicationView; current: ApplyStep }) {
  const t = useTranslations('apply.steps')
  const steps = applySteps(isDelegated(view))
  return (
    <div className="mb-6">
      <Steps
        current={steps.indexOf(current)}
        steps={steps.map((step) => ({ label: t(step), href: `/applications/${view.id}/${step}` }))}
      />
    </div>
  )
}
