import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import { Link } from '@/lib/i18n/link'
import { Mark } from './mark'

export interface Step {
  label: string
  /** Where the step is, once it may be visited. */
  href?: string
}

/** Where one stands in a form of several pages. `current` counts from 0. Server only. */
export function Steps({ steps, current }: { steps: readonly Step[]; current: number }) {
  const t = useTranslations('ui.steps')
  return (
    <nav aria-label={t('label')} className="no-print">
      <p className="mb-2 text-sm text-ink-soft md:hidden" aria-hidden="true">
        {t('position', { current: current + 1, total: steps.length })}
        <span className="ms-2 font-semibold text-ink">{steps[current]?.label}</span>
      </p>
      <ol className="flex gap-1 md:gap-0">
        {steps.map((step, index) => (
          <li
            key={step.label}
            aria-current={index === current ? 'step' : undefined}
            className={clsx(
              'flex-1 border-t-4 pt-2',
              index <= current ? 'border-ink' : 'border-rule',
              'max-md:[&>*]:sr-only',
            )}
          >
            <StepName step={step} number={index + 1} stands={Math.sign(index - current)} />
          </li>
        ))}
      </ol>
    </nav>
  )
}

function StepName({ step, number, stands }: { step: Step; number: number; stands: number }) {
  const t = useTranslations('ui.steps')
  const name = (
    <span className="flex items-center gap-1.5 pe-3 text-sm">
      {stands < 0 ? <Mark name="done" className="size-5" /> : <span className="font-semibold">{number}</span>}
      <span className={clsx(stands === 0 && 'font-semibold')}>{step.label}</span>
      {stands < 0 && <span className="sr-only">{t('done')}</span>}
    </span>
  )
  if (!step.href || stands === 0)
    return <span className={stands > 0 ? 'text-ink-soft' : undefined}>{name}</span>
  return (
    <Link href={step.href} className="block text-ink hover:underline">
      {name}
    </Link>
  )
}
