import { useTranslations } from 'next-intl'
import { ButtonLink } from '../ui/button'
import { LostPage } from './lost-page'

/** The content of every not-found page. */
export function NotOnFile() {
  const t = useTranslations('shell.notFound')
  return (
    <LostPage
      title={t('title')}
      why={t('why')}
      stamp={{ word: t('stamp'), date: t('onFile'), number: '404' }}
    >
      <ButtonLink href="/">{t('home')}</ButtonLink>
      <ButtonLink href="/lookup" weight="secondary">
        {t('lookup')}
      </ButtonLink>
    </LostPage>
  )
}
