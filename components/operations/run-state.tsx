import { useTranslations } from 'next-intl'
import type { Run } from '@/lib/operations/runs/runs.query'
import { StateMark } from '../ui/state-mark'

const TONES = { running: 'action', ended: 'done', interrupted: 'near' } as const

/** Whether a run is under way, ended, or was broken off. Server only. */
export function RunStateMark({ run }: { run: Run }) {
  const t = useTranslations('operator.runs.state')
  return <StateMark word={t(run.state)} tone={TONES[run.state]} />
}
