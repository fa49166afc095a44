import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ActivationNeeds } from '@/components/policy/activation-needs'
import { PhaseTable } from '@/components/policy/after-expiry'
import { DocumentLists } from '@/components/policy/document-lists'
import { ExtensionRules } from '@/components/policy/extension-rules'
import { FeeTable } from '@/components/policy/fee-table'
import { LifeDates, NameLife } from '@/components/policy/name-life'
import { NoticeTable } from '@/components/policy/notice-table'
import { RegistryLinks } from '@/components/policy/registry-links'
import { RuleWhy } from '@/components/policy/rule-why'
import { TransferTerms } from '@/components/policy/transfer-terms'
import { VersionTable } from '@/components/policy/version-table'
import { PageFrame } from '@/components/shell/page-frame'
import { ButtonLink } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { versionsSideBySide } from '@/lib/domains/calculator/calculator-page.query'
import { type ExtensionPage, extensionPage } from '@/lib/dossiers/search/start.query'
import { decodedPart } from '@/lib/web/path-part'

interface ExtensionPageProps {
  params: Promise<{ zone: string }>
}

export async function generateMetadata({ params }: ExtensionPageProps): Promise<Metadata> {
  const [t, page] = await Promise.all([
    getTranslations('search'),
    extensionPage(decodedPart((await params).zone)),
  ])
  return page ? { title: t('extension.title', { suffix: page.extension.unicode }) } : {}
}

/** One extension: prices, the life of a name under it, documents, transfers, messages, rules, versions. */
export default async function OneExtensionPage({ params }: ExtensionPageProps) {
  const [t, page] = await Promise.all([
    getTranslations('search'),
    extensionPage(decodedPart((await params).zone)),
  ])
  if (!page) notFound()
  const { extension } = page
  const { suffix, unicode } = extension
  return (
    <PageFrame>
      <PageHeader
        title={t('extension.title', { suffix: unicode })}
        crumbs={[{ label: t('extensions.title'), href: '/extensions' }, { label: `.${unicode}` }]}
        lead={
          <>
            {unicode !== suffix && (
              <span translate="no" className="block wrap-anywhere">
                .{suffix}
              </span>
            )}
            {t('extension.lead', { registry: extension.registry })}
          </>
        }
        actions={
          <>
            <ButtonLink href="/">{t('extension.search')}</ButtonLink>
            <ButtonLink href={`/calculator?zone=${suffix}`} weight="secondary">
              {t('extension.calculate')}
            </ButtonLink>
          </>
        }
      />
      <div className="flex flex-col gap-6">
        <Prices page={page} />
        <Life page={page} />
        <Conditions page={page} />
      </div>
    </PageFrame>
  )
}

async function Prices({ page: { extension } }: { page: ExtensionPage }) {
  const t = await getTranslations('search')
  const covers = extension.policy.registry.fees.registrationCovers.value > 0
  return (
    <Panel>
      <FeeTable
        classes={extension.classes}
        policyId={extension.policyId}
        timeZone={extension.zone.timeZone}
      />
      <p className="mt-3 max-w-text text-sm text-ink-soft">{t(covers ? 'fees.noteCovered' : 'fees.note')}</p>
      <Note title={t('extensions.informational')}>
        <RuleWhy rule="R-HO-12" about={t('extensions.informational')} />
      </Note>
    </Panel>
  )
}

function Note({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mt-4">
      <Callout kind="info" title={title} why={children} />
    </div>
  )
}

async function Life({ page }: { page: ExtensionPage }) {
  const t = await getTranslations('search')
  const { extension, life, now } = page
  const sample = `example.${extension.unicode}`
  return (
    <>
      <Panel title={t('life.title', { name: sample })}>
        <NameLife life={life} now={now} of={sample} zone={extension.zone.zone} />
        <div className="mt-6">
          <LifeDates life={life} now={now} policyId={extension.policyId} />
        </div>
      </Panel>
      <Panel title={t('extension.after')}>
        <p className="mb-3 max-w-text">
          {t(extension.suspended.value ? 'phaseTable.suspended' : 'phaseTable.works')}
        </p>
        <PhaseTable extension={extension} />
        <p className="mt-3 text-sm text-ink-soft">
          {t('phaseTable.never')} <RuleWhy rule="R-HO-10" about={t('extension.after')} />
        </p>
      </Panel>
    </>
  )
}

async function Conditions({ page: { extension, life, notices } }: { page: ExtensionPage }) {
  const t = await getTranslations('search')
  const { policyId, zone } = extension
  return (
    <>
      <Panel title={t('extension.needs')}>
        <ActivationNeeds extension={extension} />
      </Panel>
      {extension.needs.some((need) => need.value === 'documents') && (
        <Panel title={t('documents.title')}>
          <DocumentLists situations={extension.documents} policyId={policyId} />
        </Panel>
      )}
      <Panel title={t('transfer.title')}>
        <TransferTerms extension={extension} />
      </Panel>
      <Panel title={t('notices.title')}>
        <p className="mb-3 max-w-text">{t('notices.lead', { name: `example.${extension.unicode}` })}</p>
        <NoticeTable notices={notices} timeZone={life.timeZone} policyId={policyId} />
      </Panel>
      <Panel title={t('extension.rules')}>
        <ExtensionRules extension={extension} />
      </Panel>
      <Panel title={t('versions.title')}>
        <p className="mb-3 max-w-text">{t('versions.lead')}</p>
        <VersionTable
          versions={versionsSideBySide(zone)}
          used={{ id: policyId, word: t('versions.today') }}
        />
      </Panel>
      <Panel title={t('extension.links')}>
        <RegistryLinks extension={extension} />
      </Panel>
    </>
  )
}
