import { useTranslations } from 'next-intl'
import { Callout } from '../ui/callout'

const DONE = [
  'confirmed',
  'reset',
  'signed-out',
  'everywhere',
  'profile',
  'password',
  'mail',
  'session',
  'forgot',
  'second-factor',
  'factor-removed',
  'notices',
] as const

/** What the reader has just done, named in the address by `done`. Server only. */
export function DoneNotice({ done }: { done: string }) {
  const t = useTranslations('account.done')
  const known = DONE.find((entry) => entry === done)
  return known ? <Callout kind="done" live title={t(known)} /> : null
}
