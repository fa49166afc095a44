import { useTranslations } from 'next-intl'
import { Panel } from '@/components/ui/panel'
import type { NameView } from '@/lib/domains/manage/name.query'
import type { ApplicationView } from '@/lib/dossiers/application.query'
import { Link } from '@/lib/i18n/link'

interface PapersPanelProps {
  view: NameView
  dossier: ApplicationView | null
}

/** The papers of a name: its application and documents, what was sent about it, its public entry. Server only. */
export function PapersPanel({ view, dossier }: PapersPanelProps) {
  const t = useTranslations('names.one')
  return (
    <Panel title={t('dossier')} dense className="no-print">
      <ul className="flex flex-col gap-2">
        <li>
          <Link href={`/applications/${view.dossierId}`} className="text-link">
            {t('application', { number: dossier?.number ?? '' })}
          </Link>
        </li>
        {dossier?.documents.map((document) => (
          <li key={document.id}>
            <a href={`/api/documents/${document.id}`} className="text-link wrap-anywhere">
              {t('document', { file: document.fileName })}
            </a>
          </li>
        ))}
        <li>
          <Link href={`/names/${view.nameAscii}/notices`} className="text-link">
            {t('notices')}
          </Link>
        </li>
        <li>
          <a href={`/rdap/domain/${view.nameAscii}`} className="text-link">
            {t('rdap')}
          </a>
        </li>
      </ul>
    </Panel>
  )
}
