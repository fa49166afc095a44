import { useTranslations } from 'next-intl'
import { Mark } from '@/components/ui/mark'
import { Panel } from '@/components/ui/panel'
import { allotmentAfterHold } from '@/lib/domains/allotment.rule'
import type { ApplicationView } from '@/lib/dossiers/application.query'
import { allotmentOf } from '@/lib/policy/effective'
import { versionAt, zoneById } from '@/lib/policy/resolver'
import { policyAt } from '@/lib/web/policy-of'
import { type ProgressEntry, progressOf } from './progress'
import { DueBy, Moment, RuleWhy, When } from './when'

interface ProgressPanelProps {
  view: ApplicationView
  now: Date
}

const MARKS = { done: 'done', current: 'half', open: 'open' } as const

/** What was, what is, and what comes, each with its date and its rule. Server only. */
export function ProgressPanel({ view, now }: ProgressPanelProps) {
  const t = useTranslations('apply.progress')
  return (
    <Panel title={t('title')} className="no-print">
      <ol className="flex flex-col">
        {progressOf(view).map((entry) => (
          <li key={entry.key} className="flex gap-3 border-b border-rule py-3 last:border-b-0">
            <Mark name={MARKS[entry.state]} className="mt-0.5 size-5" />
            <Progress entry={entry} view={view} now={now} />
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function Progress({ entry, view, now }: { entry: ProgressEntry } & ProgressPanelProps) {
  const t = useTranslations('apply.progress')
  const { key, state, at, rule } = entry
  const policy = policyAt(view.zone, view.filedAt ?? view.savedAt)
  const At = key === 'paid' && state !== 'done' ? DueBy : Moment
  const why = key !== 'ended' && <RuleWhy rule={rule} policy={policy} about={t(`${key}.title`)} />
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <span className="font-semibold">
        {t(`${key}.title`)} <span className="text-sm font-normal text-ink-soft">{t(`state.${state}`)}</span>
      </span>
      {state !== 'done' && <span className="text-ink-soft">{t(`${key}.coming`, limitsOf(view))}</span>}
      {at ? <At at={at} zone={view.timeZone} now={now} why={why} /> : why}
      {key === 'allotted' && state === 'open' && view.filedAt && <IfHeldNow view={view} now={now} />}
    </div>
  )
}

/** The periods that the version of the filing sets. */
function limitsOf({ zone: id, filedAt, savedAt }: ApplicationView) {
  const zone = zoneById(id)
  const version = versionAt(zone, filedAt ?? savedAt)
  const { unpaidDays } = version.registrar.claim
  return { days: unpaidDays.value, hours: allotmentOf(version).value.hours, time: zone.cutOver.value }
}

/** The allotment that a hold placed at this moment would lead to (R-NS-08, R-NS-32, R-NS-33). */
function IfHeldNow({ view, now }: ProgressPanelProps) {
  const t = useTranslations('apply.progress')
  const zone = zoneById(view.zone)
  const { slot } = allotmentAfterHold(now, zone, versionAt(zone, now))
  return (
    <div>
      <span className="me-2">{t('ifHeldNow')}</span>
      <When
        at={slot.at}
        zone={view.timeZone}
        exact
        why={<RuleWhy rule="R-NS-33" policy={policyAt(view.zone, now)} about={t('ifHeldNow')} />}
      />
      {slot.provisional && <span className="ms-2 text-sm text-ink-soft">{t('provisional')}</span>}
    </div>
  )
}
