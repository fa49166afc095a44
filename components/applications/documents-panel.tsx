import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/description-list'
import { Panel } from '@/components/ui/panel'
import type { ApplicationView } from '@/lib/dossiers/application.query'
import { DocumentFile } from './document-note'

/** The documents of an application with the desk's verdict on each. Server only. */
export function DocumentsPanel({ view }: { view: ApplicationView }) {
  const t = useTranslations('apply.documents')
  const kinds = useTranslations('policy.documents')
  const items = view.documents.map((document) => ({
    key: document.id,
    term: kinds(document.kind),
    value: <DocumentFile document={document} zone={view.timeZone} />,
  }))
  return (
    <Panel
      title={t('title')}
      className="no-print"
      aside={
        view.isEditable && (
          <ButtonLink href={`/applications/${view.id}/documents`} weight="secondary" size="dense">
            {t('change')}
          </ButtonLink>
        )
      }
    >
      {items.length > 0 ? <DescriptionList items={items} /> : <p className="text-ink-soft">{t('none')}</p>}
    </Panel>
  )
}
