import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { Callout, type CalloutKind } from '@/components/ui/callout'
import type { ApplicationView } from '@/lib/dossiers/application.query'
import { DueBy } from './when'

interface NextNoteProps {
  view: ApplicationView
  now: Date
}

const KINDS: Readonly<Partial<Record<ApplicationView['status'], CalloutKind>>> = {
  ACTION_NEEDED: 'warning',
  COMPLETED: 'done',
  REFUSED: 'refusal',
  LAPSED: 'refusal',
  FAILED: 'refusal',
}

/** In one sentence: how it stands and what its applicant does next. Server only. */
export function NextNote({ view, now }: NextNoteProps) {
  const t = useTranslations('apply.note')
  const situation = situationOf(view)
  return (
    <div className="no-print">
      <Callout
        kind={KINDS[view.status] ?? 'info'}
        title={t(`${situation}.title`)}
        why={<Why view={view} now={now} />}
        next={<Next view={view} />}
      >
        <p>{t(`${situation}.text`)}</p>
      </Callout>
    </div>
  )
}

function situationOf(view: ApplicationView): string {
  if (view.status === 'ACCEPTED') return view.hold ? 'HELD' : 'UNPAID'
  if (view.status === 'FILED' && view.paidAt) return 'FILED_PAID'
  return view.status
}

/** The ground of a refusal, or the date something is due. */
function Why({ view, now }: NextNoteProps): ReactNode {
  const t = useTranslations('apply')
  if (view.status === 'REFUSED' && view.ground) {
    return (
      <>
        <p>{t(`grounds.${view.ground}`)}</p>
        {view.groundNote && <p className="whitespace-pre-line">{view.groundNote}</p>}
      </>
    )
  }
  const isDue = ['ACTION_NEEDED', 'ACCEPTED'].includes(view.status) && view.dueAt
  if (isDue && view.dueAt) return <DueBy at={view.dueAt} zone={view.timeZone} now={now} />
  return null
}

function Next({ view }: { view: ApplicationView }): ReactNode {
  const t = useTranslations('apply.note')
  if (view.status === 'DRAFT') {
    const step = view.firstOpenStep ?? (view.missing.length > 0 ? 'documents' : 'review')
    return <ButtonLink href={`/applications/${view.id}/${step}`}>{t('goOn')}</ButtonLink>
  }
  if (view.status === 'ACTION_NEEDED') {
    return (
      <ButtonLink href={`/applications/${view.id}/review`} weight="secondary">
        {t('correct')}
      </ButtonLink>
    )
  }
  if (view.hold && view.hold.status !== 'REFUSED') {
    return <ButtonLink href={`/names/${view.nameAscii}`}>{t('toName')}</ButtonLink>
  }
  const isOver = ['REFUSED', 'WITHDRAWN', 'LAPSED', 'FAILED'].includes(view.status)
  if (!isOver) return null
  return (
    <span className="flex flex-wrap gap-3">
      <ButtonLink href={`/applications/new?name=${view.nameAscii}`} weight="secondary">
        {t('again')}
      </ButtonLink>
      {view.paidAt && (
        <ButtonLink href="/credit" weight="secondary">
          {t('toCredit')}
        </ButtonLink>
      )}
    </span>
  )
}
