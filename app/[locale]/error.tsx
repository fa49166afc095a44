'use client'
import { digestOf, useErrorTexts } from '@/components/ui/error-texts'
import { LostPage } from '@/components/shell/lost-page'
import { Button, ButtonLink } from '@/components/ui/button'

interface ErrorPageProps {
  error: unknown
  retry: () => void
}

/** A fault of ours: says so, gives the number under which it is logged, and the way on. */
export default function ErrorPage({ error, retry }: ErrorPageProps) {
  const texts = useErrorTexts()
  const number = digestOf(error) ?? '500'
  return (
    <LostPage title={texts.title} why={texts.why} stamp={{ word: texts.stamp, date: texts.number, number }}>
      <Button onClick={retry}>{texts.retry}</Button>
      <ButtonLink href="/" weight="secondary">
        {texts.home}
      </ButtonLink>
    </LostPage>
  )
}
