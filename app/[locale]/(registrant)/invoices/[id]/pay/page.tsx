import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ActForm } from '@/components/applications/act-form'
import { InvoiceLines } from '@/components/billing/invoice-lines'
import { NotOnFile } from '@/components/shell/not-on-file'
import { PageFrame } from '@/components/shell/page-frame'
import { ButtonLink } from '@/components/ui/button'
import { buttonStyle } from '@/components/ui/button-style'
import { Callout } from '@/components/ui/callout'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { type InvoiceView, invoiceView } from '@/lib/billing/invoice/invoice.query'
import { formatMoney } from '@/lib/i18n/format'
import { EMPTY_FORM } from '@/lib/web/run-action'
import { requireActor } from '@/lib/web/session'
import { payInvoiceFromCredit, preparePayment } from '../../actions'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('names.pay'))('title') }
}

/** The way to pay an invoice: the lines, then the provider's page. */
export default async function PayPage({ params }: Props) {
  const { id } = await params
  const actor = await requireActor(`/invoices/${id}/pay`)
  const [t, invoices, found] = await Promise.all([
    getTranslations('names.pay'),
    getTranslations('names.invoices'),
    invoiceView(actor.userId, id),
  ])
  if (!found.ok) return <NotOnFile />
  const invoice = found.value
  return (
    <PageFrame>
      <PageHeader
        title={t('title')}
        crumbs={[
          { label: invoices('title'), href: '/invoices' },
          { label: invoice.number, href: `/invoices/${id}` },
          { label: t('title') },
        ]}
      />
      <Panel className="max-w-text">
        <InvoiceLines invoice={invoice} />
        <div className="mt-4">
          <WayToPay invoice={invoice} />
        </div>
      </Panel>
    </PageFrame>
  )
}

/** While a kept card is being charged for the invoice nobody is led to pay it besides. */
async function WayToPay({ invoice }: { invoice: InvoiceView }) {
  const t = await getTranslations('names.pay')
  if (invoice.status !== 'ISSUED') return <NothingDue id={invoice.id} />
  if (!invoice.isBeingCharged) {
    return invoice.due.minor > 0n ? <Pay invoice={invoice} /> : <FromCredit invoice={invoice} />
  }
  return (
    <Callout kind="info" title={t('charging.title')} next={<ToInvoice id={invoice.id} />}>
      <p>{t('charging.text')}</p>
    </Callout>
  )
}

/** The link to the provider's page once it is open for this very amount; before, the form that opens it. */
async function Pay({ invoice }: { invoice: InvoiceView }) {
  const [t, locale] = await Promise.all([getTranslations('names.pay'), getLocale()])
  const amount = formatMoney(locale, invoice.due)
  const open = invoice.checkouts.find(({ url, amount: { minor } }) => url && minor === invoice.due.minor)
  if (!open?.url) {
    return (
      <ActForm
        action={preparePayment.bind(null, invoice.id)}
        initial={EMPTY_FORM}
        button={t('prepare', { amount })}
        pending={t('preparing')}
      >
        <p className="max-w-text text-ink-soft">{t('before')}</p>
      </ActForm>
    )
  }
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="max-w-text">{t('ready')}</p>
      <a href={open.url} rel="noreferrer" className={buttonStyle()}>
        {t('pay', { amount })}
      </a>
    </div>
  )
}

/** Credit covers the invoice and does not pay it by itself: its customer has it paid. */
async function FromCredit({ invoice }: { invoice: InvoiceView }) {
  const [t, locale] = await Promise.all([getTranslations('names.pay'), getLocale()])
  return (
    <ActForm
      action={payInvoiceFromCredit.bind(null, invoice.id)}
      initial={EMPTY_FORM}
      button={t('fromCredit.button', { amount: formatMoney(locale, invoice.total) })}
      pending={t('fromCredit.pending')}
    >
      <p className="max-w-text text-ink-soft">{t('fromCredit.text')}</p>
    </ActForm>
  )
}

async function NothingDue({ id }: { id: string }) {
  const t = await getTranslations('names.pay')
  return <Callout kind="done" title={t('nothingDue')} next={<ToInvoice id={id} />} />
}

async function ToInvoice({ id }: { id: string }) {
  const t = await getTranslations('names.pay')
  return (
    <ButtonLink href={`/invoices/${id}`} weight="secondary">
      {t('toInvoice')}
    </ButtonLink>
  )
}
