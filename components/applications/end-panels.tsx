import { useTranslations } from 'next-intl'
import { Disclosure } from '@/components/ui/disclosure'
import type { ApplicationView } from '@/lib/dossiers/application.query'
import { EMPTY_FORM, type FormAction } from '@/lib/web/form-state'
import { ActForm } from './act-form'

interface EndPanelsProps {
  view: ApplicationView
  withdraw: FormAction
  discard: FormAction
}

/** The ways to end an application, each with what will be true afterwards. Server only. */
export function EndPanels({ view, withdraw, discard }: EndPanelsProps) {
  const t = useTranslations('apply.end')
  const act = view.status === 'DRAFT' ? 'discard' : view.canWithdraw ? 'withdraw' : null
  if (!act) return null
  const afterwards = act === 'withdraw' && view.paidAt ? 'afterwardsPaid' : 'afterwards'
  return (
    <Disclosure summary={t(`${act}.open`)} className="no-print">
      <div className="flex flex-col gap-3">
        <p>{t(`${act}.${afterwards}`, { name: view.nameUnicode })}</p>
        <ActForm
          action={act === 'discard' ? discard : withdraw}
          initial={EMPTY_FORM}
          weight="danger"
          button={t(`${act}.button`)}
          pending={t(`${act}.pending`)}
        />
      </div>
    </Disclosure>
  )
}
