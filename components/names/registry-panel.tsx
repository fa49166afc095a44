import { useTranslations } from 'next-intl'
import { When } from '@/components/applications/when'
import { DataTable } from '@/components/ui/data-table'
import { Panel } from '@/components/ui/panel'
import { StateMark } from '@/components/ui/state-mark'
import type { Tone } from '@/components/ui/tone'
import type { NameView, RegistryLogRow } from '@/lib/domains/manage/name.query'

const TONES: Readonly<Record<RegistryLogRow['state'], Tone>> = {
  QUEUED: 'plain',
  SENT: 'action',
  DONE: 'done',
  REFUSED: 'urgent',
  UNKNOWN: 'near',
  NOT_SENT: 'plain',
}

/** The latest words with the registry. Server only. */
export function RegistryPanel({ view }: { view: NameView }) {
  const t = useTranslations('names.registry')
  return (
    <Panel title={t('title')} className="no-print">
      <DataTable
        caption={t('title')}
        captionHidden
        density="dense"
        rows={view.registryLog}
        rowKey={(row) => row.id}
        empty={<p className="text-ink-soft">{t('none')}</p>}
        columns={[
          { key: 'what', header: t('what'), rowHeader: true, cell: (row) => t(`kinds.${row.kind}`) },
          { key: 'state', header: t('state'), cell: (row) => <CommandState row={row} /> },
          {
            key: 'at',
            header: t('at'),
            cell: (row) => <When at={row.settledAt ?? row.queuedAt} zone={view.timeZone} exact />,
          },
        ]}
      />
    </Panel>
  )
}

function CommandState({ row }: { row: RegistryLogRow }) {
  const t = useTranslations('names.registry')
  return (
    <div>
      <StateMark word={t(`states.${row.state}`)} tone={TONES[row.state]} />
      {row.message && row.state !== 'DONE' && (
        <div className="text-ink-soft wrap-anywhere">
          {t.has(`notSent.${row.message}`) ? t(`notSent.${row.message}`) : row.message}
        </div>
      )}
    </div>
  )
}
