import { useTranslations } from 'next-intl'
import { StateMark } from '@/components/ui/state-mark'
import type { Tone } from '@/components/ui/tone'
import type { DossierStatus } from '@/lib/dossiers/lifecycle'

const TONES: Readonly<Record<DossierStatus, Tone>> = {
  DRAFT: 'plain',
  FILED: 'action',
  IN_REVIEW: 'action',
  ACTION_NEEDED: 'urgent',
  ACCEPTED: 'action',
  COMPLETED: 'done',
  REFUSED: 'urgent',
  WITHDRAWN: 'plain',
  LAPSED: 'urgent',
  FAILED: 'urgent',
}

/** Every state, in the order in which an application goes through them. */
export const DOSSIER_STATES = Object.keys(TONES) as DossierStatus[]

/** How an application stands, in a word with its mark. Server only. */
export function DossierStatusMark({ status }: { status: DossierStatus }) {
  const t = useTranslations('apply.status')
  const mark = ['REFUSED', 'LAPSED', 'FAILED', 'WITHDRAWN'].includes(status) ? 'refused' : undefined
  return <StateMark word={t(status)} tone={TONES[status]} mark={mark} />
}
