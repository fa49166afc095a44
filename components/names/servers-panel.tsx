import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import type { NameView } from '@/lib/domains/manage/name.query'

/** Where the name is answered. Server only. */
export function ServersPanel({ view }: { view: NameView }) {
  const t = useTranslations('names.servers')
  const change = view.status === 'ACTIVE' && (
    <ButtonLink href={`/names/${view.nameAscii}/name-servers`} weight="secondary" size="dense">
      {t('change')}
    </ButtonLink>
  )
  return (
    <Panel title={t('title')} aside={change}>
      <ul className="flex flex-col gap-1">
        {view.nameServers.map(({ name, addresses }) => (
          <li key={name} className="wrap-anywhere">
            <span className="font-semibold">{name}</span>
            {addresses.length > 0 && <span className="ms-2 text-ink-soft">{addresses.join(', ')}</span>}
          </li>
        ))}
      </ul>
      {view.nameServers.length === 0 && <p className="text-ink-soft">{t('none')}</p>}
    </Panel>
  )
}
