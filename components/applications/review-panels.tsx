import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Panel } from '@/components/ui/panel'
import type { ApplicationView } from '@/lib/dossiers/application.query'
import { Link } from '@/lib/i18n/link'
import { DeclaredData } from './declared-data'
import { DocumentsPanel } from './documents-panel'

/** What stands in the way of filing, with the way to each. Server only. */
export function MissingParts({ view }: { view: ApplicationView }) {
  const t = useTranslations('apply')
  const documents = useTranslations('policy.documents')
  const open = view.steps.filter((step) => !step.isComplete)
  if (open.length === 0 && view.missing.length === 0) {
    return <Callout kind="done" title={t('review.whole')} />
  }
  return (
    <Callout kind="warning" title={t('review.lacks')}>
      <ul className="flex flex-col gap-1">
        {open.map(({ step }) => (
          <li key={step}>
            <Link href={`/applications/${view.id}/${step}?check=1`} className="text-link">
              {t('review.step', { step: t(`steps.${step}`) })}
            </Link>
          </li>
        ))}
        {view.missing.map((kind) => (
          <li key={kind}>
            <Link href={`/applications/${view.id}/documents#${kind}`} className="text-link">
              {t('review.document', { document: documents(kind) })}
            </Link>
          </li>
        ))}
      </ul>
    </Callout>
  )
}

/** Each step as it was declared, with a way to change it. Server only. */
export function DeclaredPanels({ view }: { view: ApplicationView }) {
  const t = useTranslations('apply')
  return (
    <>
      {view.steps.map(({ step }) => (
        <Panel
          key={step}
          title={t(`steps.${step}`)}
          aside={
            <ButtonLink href={`/applications/${view.id}/${step}`} weight="secondary" size="dense">
              {t('review.change')}
              <span className="sr-only">: {t(`steps.${step}`)}</span>
            </ButtonLink>
          }
        >
          <DeclaredData draft={view.draft} step={step} />
        </Panel>
      ))}
      <DocumentsPanel view={view} />
    </>
  )
}
