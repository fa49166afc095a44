'use client'
import { useEffect, useState } from 'react'
import { digestOf, type ErrorTexts } from '@/components/ui/error-texts'
import { LostPage } from '@/components/shell/lost-page'
import { SealMark } from '@/components/shell/seal-mark'
import { buttonStyle } from '@/components/ui/button-style'
import { DEFAULT_LOCALE, isLocale, type Locale } from '@/lib/i18n/locale'
import { loadCatalogue } from '@/lib/i18n/modules'
import './globals.css'

/** When even the frame of the pages fails: the same message, in the language of the address. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const [page, setPage] = useState<{ locale: Locale; texts: ErrorTexts } | null>(null)
  useEffect(() => {
    const asked = window.location.pathname.split('/')[1]
    const locale = isLocale(asked) ? asked : DEFAULT_LOCALE
    loadCatalogue(locale).then(({ shell }) =>
      setPage({ locale, texts: shell.error as unknown as ErrorTexts }),
    )
  }, [])
  const texts = page?.texts
  return (
    <html lang={page?.locale ?? DEFAULT_LOCALE}>
      <body>
        <title>Tenure</title>
        <main>
          <SealMark className="m-4 size-9" />
          {texts && (
            <LostPage
              title={texts.title}
              why={texts.why}
              stamp={{ word: texts.stamp, date: texts.number, number: digestOf(error) ?? '500' }}
            >
              <button type="button" onClick={retry} className={buttonStyle('primary')}>
                {texts.retry}
              </button>
            </LostPage>
          )}
        </main>
      </body>
    </html>
  )
}
