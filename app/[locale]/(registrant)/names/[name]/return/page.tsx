import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OrderForm } from '@/components/orders/order-form'
import { ReturnDocuments } from '@/components/orders/return-documents'
import { ReturnState } from '@/components/orders/return-state'
import { NotOnFile } from '@/components/shell/not-on-file'
import { PageFrame } from '@/components/shell/page-frame'
import { Callout } from '@/components/ui/callout'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { type ReturnView, returnView } from '@/lib/dossiers/returns/return.query'
import { env } from '@/lib/platform/env'
import { refusalText } from '@/lib/web/refusal-text'
import { requireActor } from '@/lib/web/session'
import { askReturnAction, withdrawReturnAction } from './actions'

interface ReturnProps {
  params: Promise<{ name: string }>
  searchParams: Promise<{ done?: string; kind?: string; refused?: string }>
}

export async function generateMetadata({ params }: ReturnProps): Promise<Metadata> {
  const t = await getTranslations('names.return')
  return { title: t('title', { name: decodeURIComponent((await params).name) }) }
}

/** Giving a name back: asking, handing the papers in, and how it stands (R-NS-34, R-NS-35). */
export default async function ReturnPage({ params, searchParams }: ReturnProps) {
  const name = decodeURIComponent((await params).name)
  const actor = await requireActor(`/names/${encodeURIComponent(name)}/return`)
  const [t, names, view, query] = await Promise.all([
    getTranslations('names.return'),
    getTranslations('names'),
    returnView(actor.userId, name),
    searchParams,
  ])
  if (!view) return <NotOnFile />
  const crumbs = [
    { label: names('list.title'), href: '/names' },
    { label: view.nameUnicode, href: `/names/${view.nameAscii}` },
    { label: t('crumb') },
  ]
  const isWaiting = view.order?.state === 'WAITING'
  return (
    <PageFrame>
      <PageHeader title={t('title', { name: view.nameUnicode })} crumbs={crumbs} lead={t('lead')} />
      <div className="flex flex-col gap-6">
        {query.done === 'withdrawn' && <Callout kind="done" live title={t('withdrawn')} />}
        <ReturnState view={view} />
        {isWaiting && !view.order?.dueAt && (
          <ReturnDocuments view={view} maxBytes={env().UPLOAD_MAX_BYTES} error={await uploadError(query)} />
        )}
        {isWaiting ? <Withdraw view={view} /> : <Ask view={view} />}
      </div>
    </PageFrame>
  )
}

/** What an upload without script came to, beside the document it concerns. */
async function uploadError({ kind, refused }: { kind?: string; refused?: string }) {
  const refusals = await getTranslations('refusals')
  if (!kind || !refused || !/^[a-z-]+$/.test(refused) || !refusals.has(refused)) return undefined
  const megabytes = Math.floor(env().UPLOAD_MAX_BYTES / 1_000_000)
  return { kind, message: refusals(refused, { megabytes, limit: 60, minutes: 60, status: 'other' }) }
}

async function words(submit: string) {
  const t = await getTranslations('names.return')
  return { submit, pending: t('pending'), summary: t('summary') }
}

async function Ask({ view }: { view: ReturnView }) {
  const t = await getTranslations('names.return')
  if (view.order?.state === 'DONE') return null
  if (view.barred) {
    const { message, rule } = await refusalText(view.barred)
    return <Callout kind="refusal" title={message} why={rule?.text} />
  }
  return (
    <Panel title={t('ask')}>
      <OrderForm
        id="return"
        action={askReturnAction.bind(null, view.nameAscii)}
        hidden={{ domainId: view.domainId }}
        fields={[{ name: 'note', label: t('note'), hint: t('noteHint'), kind: 'lines', maxLength: 1000 }]}
        texts={await words(t('submit'))}
      >
        <p className="font-semibold">{t('consequence', { name: view.nameUnicode })}</p>
      </OrderForm>
    </Panel>
  )
}

async function Withdraw({ view }: { view: ReturnView }) {
  const t = await getTranslations('names.return')
  return (
    <OrderForm
      id="withdraw"
      action={withdrawReturnAction.bind(null, view.nameAscii)}
      hidden={{ orderId: view.order?.id ?? '' }}
      fields={[]}
      texts={await words(t('withdraw'))}
      weight="secondary"
    />
  )
}
