import { useTranslations } from 'next-intl'
import type { AuthorisationRow } from '@/lib/domains/authorise/authorisation.query'
import { Link } from '@/lib/i18n/link'
import type { FormAction } from '@/lib/web/form-state'
import { RuleWhy } from '../applications/when'
import { ButtonLink } from '../ui/button'
import { Panel } from '../ui/panel'
import { AuthorisationTable } from './authorisation-table'

interface OthersPanelProps {
  domainId: string
  /** The policy version that holds for the name. */
  policy: string
  /** The latest authorisations for the name; null where nobody can be authorised. */
  rows: readonly AuthorisationRow[] | null
  withdraw: (authorisationId: string) => FormAction
}

/** Who else may renew an organisation's name, on its page (R-VN-06). Server only. */
export function OthersPanel({ domainId, policy, rows, withdraw }: OthersPanelProps) {
  const t = useTranslations('authorisations.panel')
  if (!rows) return null
  return (
    <Panel title={t('title')} className="no-print">
      <div className="flex flex-col items-start gap-4">
        <div className="max-w-text">
          {t('lead')} <RuleWhy rule="R-VN-06" policy={policy} about={t('title')} />
        </div>
        {rows.length > 0 && (
          <AuthorisationTable rows={rows} caption={t('title')} density="dense" withdraw={withdraw} />
        )}
        <div className="flex flex-wrap items-center gap-4">
          <ButtonLink href={`/names/authorisations/new?id=${domainId}`} weight="secondary">
            {t('authorise')}
          </ButtonLink>
          <Link href="/names/authorisations" className="text-link">
            {t('all')}
          </Link>
        </div>
      </div>
    </Panel>
  )
}
