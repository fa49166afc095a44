import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Panel } from '@/components/ui/panel'
import { STEPS } from '@/lib/dossiers/declare/declaration.input'
import { DOCUMENT_KINDS } from '@/lib/dossiers/documents/document.input'
import type { ApplicationRequest, ApplicationView } from '@/lib/dossiers/application.query'
import { Link } from '@/lib/i18n/link'
import { policyAt } from '@/lib/web/policy-of'
import { DueBy, RuleWhy } from './when'

interface RequestPanelProps {
  view: ApplicationView
  request: ApplicationRequest
  now: Date
  /** The form to answer with. */
  children: ReactNode
}

/** What the desk asks for, until when, and the way to each thing. Server only. */
export function RequestPanel({ view, request, now, children }: RequestPanelProps) {
  const t = useTranslations('apply.request')
  const policy = policyAt(view.zone, view.filedAt ?? view.savedAt)
  return (
    <Panel title={t('title')} className="no-print border-t-stamp">
      <p>{t('lead')}</p>
      <div className="mt-2 font-semibold">
        <span className="me-2">{t('due')}</span>
        <DueBy
          at={request.dueAt}
          zone={view.timeZone}
          now={now}
          why={<RuleWhy policy={policy} about={t('due')} />}
        />
      </div>
      <ul className="my-4 flex flex-col border-t border-rule">
        {request.reasons.map((reason) => (
          <li key={`${reason.reason} ${reason.about}`} className="flex flex-col border-b border-rule py-2">
            <Reason reason={reason} dossierId={view.id} />
          </li>
        ))}
      </ul>
      {children}
    </Panel>
  )
}

function Reason({ reason, dossierId }: { reason: ApplicationRequest['reasons'][number]; dossierId: string }) {
  const t = useTranslations('apply')
  const place = usePlaceOf(reason.about)
  return (
    <>
      <span className="font-semibold">{t(`reasons.${reason.reason}`)}</span>
      {place && (
        <Link href={`/applications/${dossierId}/${place.path}`} className="self-start text-link">
          {t('request.mend', { what: place.label })}
        </Link>
      )}
      {reason.note && <span className="text-ink-soft">{reason.note}</span>}
    </>
  )
}

/** Where what a reason is about can be changed: a document, or a step of the declaration. */
function usePlaceOf(about: string): { path: string; label: string } | null {
  const t = useTranslations('apply.steps')
  const documents = useTranslations('policy.documents')
  if (DOCUMENT_KINDS.some((kind) => kind === about)) {
    return { path: `documents#${about}`, label: documents(about) }
  }
  const step = STEPS.find((entry) => entry === about)
  return step ? { path: step, label: t(step) } : null
}
