import { useTranslations } from 'next-intl'
import type { RefusalText } from '@/lib/web/refusal-text'
import { Link } from '@/lib/i18n/link'
import { RuleWhy } from '../policy/rule-why'
import { Callout } from '../ui/callout'

interface RefusedNameProps {
  title: string
  refusal: RefusalText
  /** Offers the look-up of this name, where it may tell more. */
  lookUp?: string
  /** Offers to ask once more for this name. */
  again?: string
}

/** Why a name cannot be applied for, by which rule, and what to do next. Server only. */
export function RefusedName({ title, refusal, lookUp, again }: RefusedNameProps) {
  const t = useTranslations('search.refused')
  return (
    <Callout
      kind="refusal"
      title={title}
      why={
        <>
          {refusal.message} <RuleWhy rule={refusal.rule?.id} about={title} />
        </>
      }
      next={
        <span className="flex flex-wrap gap-x-4 gap-y-1">
          {lookUp && (
            <Link href={`/lookup?name=${lookUp}`} className="text-link">
              {t('lookUp')}
            </Link>
          )}
          {again && (
            <a href={`?name=${again}`} className="text-link">
              {t('again')}
            </a>
          )}
          <Link href="/extensions" className="text-link">
            {t('extensions')}
          </Link>
        </span>
      }
    />
  )
}
