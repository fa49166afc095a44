import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { HistoryList } from '@/components/applications/history-list'
import { InvoicePanel } from '@/components/applications/invoice-panel'
import { When } from '@/components/applications/when'
import { ContactsPanel } from '@/components/names/contacts-panel'
import { DatesPanel } from '@/components/names/dates-panel'
import { LifePanel } from '@/components/names/life-panel'
import { NameStamp } from '@/components/names/name-stamp'
import { NameStateMark } from '@/components/names/name-state'
import { RegistryPanel } from '@/components/names/registry-panel'
import { ServersPanel } from '@/components/names/servers-panel'
import { StateNote } from '@/components/names/state-note'
import { NotOnFile } from '@/components/shell/not-on-file'
import { PageFrame } from '@/components/shell/page-frame'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { type NameView, nameView } from '@/lib/domains/manage/name.query'
import { type ApplicationView, applicationView } from '@/lib/dossiers/application.query'
import { Link } from '@/lib/i18n/link'
import { requireActor } from '@/lib/web/session'

interface Props {
  params: Promise<{ name: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).name) }
}

/** One name: its life, its dates and what can be changed. */
export default async function NamePage({ params }: Props) {
  const name = decodeURIComponent((await params).name)
  const actor = await requireActor(`/names/${encodeURIComponent(name)}`)
  const [t, view] = await Promise.all([getTranslations('names'), nameView(actor.userId, name)])
  if (!view) return <NotOnFile />
  const dossier = await applicationView(actor.userId, view.dossierId)
  const isIdn = view.nameAscii !== view.nameUnicode
  return (
    <PageFrame aside={<Aside view={view} dossier={dossier} />}>
      <PageHeader
        title={view.nameUnicode}
        crumbs={[{ label: t('list.title'), href: '/names' }, { label: view.nameUnicode }]}
        state={<NameStateMark name={view} now={view.now} />}
        lead={isIdn && <span className="wrap-anywhere">{view.nameAscii}</span>}
        stamp={<NameStamp view={view} number={dossier?.number} />}
      />
      <div className="flex flex-col gap-6">
        <StateNote view={view} />
        <Expiry view={view} />
        <LifePanel view={view} />
        <DatesPanel view={view} />
        <ServersPanel view={view} />
        <ContactsPanel view={view} />
        <RegistryPanel view={view} />
      </div>
    </PageFrame>
  )
}

async function Expiry({ view }: { view: NameView }) {
  const t = await getTranslations('names.one')
  const at = view.expiresAt ?? view.allotmentSlotAt
  const isPast = at <= view.now
  return (
    <div className="text-lg">
      <span className="me-2">{view.expiresAt ? t(isPast ? 'expired' : 'expires') : t('allotment')}</span>
      <When at={at} zone={view.timeZone} now={view.now} exact />
    </div>
  )
}

async function Aside({ view, dossier }: { view: NameView; dossier: ApplicationView | null }) {
  const t = await getTranslations('names')
  const history = view.history.map(({ command, at }, index) => ({
    key: `${index} ${command}`,
    text: t(`history.${command}`),
    at,
  }))
  return (
    <>
      <Panel title={t('one.dossier')} dense className="no-print">
        <ul className="flex flex-col gap-2">
          <li>
            <Link href={`/applications/${view.dossierId}`} className="text-link">
              {t('one.application', { number: dossier?.number ?? '' })}
            </Link>
          </li>
          {dossier?.documents.map((document) => (
            <li key={document.id}>
              <a href={`/api/documents/${document.id}`} className="text-link wrap-anywhere">
                {t('one.document', { file: document.fileName })}
              </a>
            </li>
          ))}
          <li>
            <a href={`/rdap/domain/${view.nameAscii}`} className="text-link">
              {t('one.rdap')}
            </a>
          </li>
        </ul>
      </Panel>
      {dossier?.invoice && <InvoicePanel invoice={dossier.invoice} />}
      <Panel title={t('history.title')} dense className="no-print">
        <HistoryList entries={history} zone={view.timeZone} />
      </Panel>
    </>
  )
}
