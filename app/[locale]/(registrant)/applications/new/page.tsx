import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PriceLines } from '@/components/applications/price-lines'
import { RefusalNote } from '@/components/applications/refusal-note'
import { StartForm } from '@/components/applications/start-form'
import { yearChoices } from '@/components/applications/year-choices'
import { PageFrame } from '@/components/shell/page-frame'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { startView } from '@/lib/dossiers/application.query'
import type { Refusal } from '@/lib/kernel/result'
import { businessNow } from '@/lib/platform/business-clock'
import { refusalText } from '@/lib/web/refusal-text'
import { EMPTY_FORM } from '@/lib/web/run-action'
import { requireActor } from '@/lib/web/session'
import { startApplication } from '../actions'

interface Props {
  searchParams: Promise<{ name?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('apply.new'))('title') }
}

/** A name to apply for: the years, what they cost, and the start of the dossier. */
export default async function NewApplicationPage({ searchParams }: Props) {
  const asked = (await searchParams).name
  const name = typeof asked === 'string' ? asked : ''
  await requireActor(`/applications/new?name=${encodeURIComponent(name)}`)
  const [t, locale, now] = await Promise.all([getTranslations('apply'), getLocale(), businessNow()])
  const view = startView(name, now)
  if (!view.ok) return <NoSuchName refusal={view.refusal} />
  const { nameUnicode, nameAscii, quotes, policy } = view.value
  return (
    <PageFrame
      aside={
        <Panel title={t('price.caption')}>
          <PriceLines lines={quotes[0]?.lines ?? []} policy={policy} />
        </Panel>
      }
    >
      <PageHeader title={nameUnicode} crumbs={await crumbs()} lead={t('new.lead')} />
      {nameAscii !== nameUnicode && (
        <p className="mb-4 text-ink-soft wrap-anywhere">{t('new.ascii', { name: nameAscii })}</p>
      )}
      <StartForm
        action={startApplication}
        initial={{ ...EMPTY_FORM, values: { name: nameAscii } }}
        years={yearChoices(locale, quotes, (years, price) => t('new.choice', { years, price }))}
        texts={{ ...t.raw('new.form'), errors: t('form.errors') }}
      />
    </PageFrame>
  )
}

async function crumbs() {
  const t = await getTranslations('apply')
  return [{ label: t('list.title'), href: '/applications' }, { label: t('new.title') }]
}

async function NoSuchName({ refusal }: { refusal: Refusal }) {
  const [t, text] = await Promise.all([getTranslations('apply'), refusalText(refusal)])
  return (
    <PageFrame>
      <PageHeader title={t('new.title')} crumbs={await crumbs()} />
      <RefusalNote text={text}>
        <ButtonLink href="/">{t('list.search')}</ButtonLink>
      </RefusalNote>
    </PageFrame>
  )
}
