import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DocumentLists } from '@/components/policy/document-lists'
import { ExtensionRules } from '@/components/policy/extension-rules'
import { FeeTable } from '@/components/policy/fee-table'
import { LifeDates, NameLife } from '@/components/policy/name-life'
import { RegistryLinks } from '@/components/policy/registry-links'
import { PageFrame } from '@/components/shell/page-frame'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { extensionPage } from '@/lib/dossiers/search/start.query'

interface ExtensionPageProps {
  params: Promise<{ zone: string }>
}

export async function generateMetadata({ params }: ExtensionPageProps): Promise<Metadata> {
  const { zone } = await params
  return { title: (await getTranslations('search'))('extension.title', { suffix: zone }) }
}

/** One extension: fees, documents, rules of its names, and the life of a name under it. */
export default async function OneExtensionPage({ params }: ExtensionPageProps) {
  const { zone: suffix } = await params
  const [t, page] = await Promise.all([getTranslations('search'), extensionPage(suffix)])
  if (!page) notFound()
  const { extension, life, now } = page
  const { policyId } = extension
  return (
    <PageFrame>
      <PageHeader
        title={t('extension.title', { suffix })}
        crumbs={[{ label: t('extensions.title'), href: '/extensions' }, { label: `.${suffix}` }]}
        lead={t('extension.lead', { registry: extension.registry })}
        actions={<ButtonLink href="/">{t('extension.search')}</ButtonLink>}
      />
      <div className="flex flex-col gap-6">
        <Panel>
          <FeeTable classes={extension.classes} policyId={policyId} />
          <p className="mt-3 max-w-text text-sm text-ink-soft">{t('fees.note')}</p>
        </Panel>
        <Panel title={t('documents.title')}>
          <DocumentLists situations={extension.documents} policyId={policyId} />
        </Panel>
        <Panel title={t('extension.rules')}>
          <ExtensionRules extension={extension} />
        </Panel>
        <Panel title={t('life.title', { name: life.ascii })}>
          <NameLife life={life} now={now} summary={t('life.summary', { name: life.ascii })} />
          <div className="mt-6">
            <LifeDates life={life} now={now} policyId={policyId} />
          </div>
        </Panel>
        <Panel title={t('extension.links')}>
          <RegistryLinks extension={extension} />
        </Panel>
      </div>
    </PageFrame>
  )
}
