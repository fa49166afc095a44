import type { Metadata } from 'next'
import { getLocale } from 'next-intl/server'
import { NotOnFile } from '@/components/shell/not-on-file'
import { Shell } from '@/components/shell/shell'

export const metadata: Metadata = { title: 'Tenure' }

/**
 * Every address that no page has. There is no catch-all page that throws `notFound()` instead: Next renders a
 * thrown one in the browser only, and this one must be readable without script.
 */
export default async function NotFound() {
  return (
    <Shell locale={await getLocale()}>
      <NotOnFile />
    </Shell>
  )
}
