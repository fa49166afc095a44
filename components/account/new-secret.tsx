import { useTranslations } from 'next-intl'
import { CopyButton } from '../ui/copy-button'
import { Panel } from '../ui/panel'
import { QrCode } from '../ui/qr-code'

/** A fresh secret for an authenticator app: to scan, to type, and to open on the device itself. Server only. */
export function NewSecret({ secret, uri }: { secret: string; uri: string }) {
  const t = useTranslations('account.enrol')
  const ui = useTranslations('ui')
  const groups = secret.match(/.{1,4}/g) ?? [secret]
  return (
    <Panel title={t('secret')} dense>
      <p className="mb-3">{t('secretHow')}</p>
      <div className="mb-3">
        <QrCode text={uri} label={t('scan')} />
      </div>
      <p translate="no" className="mb-3 text-lg font-semibold tracking-wide wrap-anywhere">
        {groups.join(' ')}
      </p>
      <div className="flex flex-wrap items-center gap-4">
        <CopyButton value={secret} label={ui('copy')} copiedLabel={ui('copied')} />
        <a href={uri} className="text-link">
          {t('open')}
        </a>
      </div>
      <p translate="no" className="mt-3 text-sm wrap-anywhere text-ink-soft">
        {uri}
      </p>
    </Panel>
  )
}
