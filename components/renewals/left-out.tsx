import 'server-only'
import { getTranslations } from 'next-intl/server'
import { Panel } from '@/components/ui/panel'
import type { ChosenName } from '@/lib/domains/renew/renew-page.query'
import { refusalText } from '@/lib/web/refusal-text'

/** Chosen names that cannot be renewed now, each with its reason and rule; nothing when there is none. */
export async function LeftOut({ names }: { names: readonly ChosenName[] }) {
  const t = await getTranslations('renewals.many')
  const refused = names.flatMap(({ name }) => (name.refusal ? [{ name, refusal: name.refusal }] : []))
  if (refused.length === 0) return null
  const rows = await Promise.all(
    refused.map(async ({ name, refusal }) => ({ name, text: await refusalText(refusal) })),
  )
  return (
    <Panel title={t('leftOut')}>
      <ul className="flex flex-col gap-3">
        {rows.map(({ name, text }) => (
          <li key={name.id}>
            <span className="font-semibold wrap-anywhere">{name.nameUnicode}</span>
            <p>{text.message}</p>
            {text.rule && (
              <p className="text-sm text-ink-soft">
                {text.rule.text} ({text.rule.id})
              </p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
