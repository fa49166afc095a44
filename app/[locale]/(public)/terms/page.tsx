import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { TermsText } from '@/components/policy/terms-text'
import { queryText } from '@/components/search/query-text'
import { PageFrame } from '@/components/shell/page-frame'
import { termsInForce } from '@/lib/dossiers/search/start.query'
import { isLocale } from '@/lib/i18n/locale'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('search'))('terms.title') }
}

/** The registration terms, in the reader's language or the one asked for (R-HO-08, R-HO-11). */
export default async function TermsPage({
  searchParams,
}: {
  searchParams: Promise<{ locale?: string | string[] }>
}) {
  const asked = queryText((await searchParams).locale)
  const terms = await termsInForce(isLocale(asked) ? asked : await getLocale())
  return (
    <PageFrame>
      <TermsText terms={terms} />
    </PageFrame>
  )
}
