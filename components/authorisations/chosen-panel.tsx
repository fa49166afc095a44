import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { GrantView } from '@/lib/dossiers/authorise/grant.query'
import { refusalText } from '@/lib/web/refusal-text'
import { chosenHref } from '../renewals/chosen-address'
import { ButtonLink } from '../ui/button'
import { Panel } from '../ui/panel'

/** The names that somebody is authorised for, and the way to choose others. */
export async function ChosenPanel({ view }: { view: GrantView }) {
  const t = await getTranslations('authorisations.new')
  return (
    <Panel title={t('names', { count: view.names.length })}>
      <ul className="mb-4 columns-1 gap-6 sm:columns-2">
        {view.names.map(({ id, nameUnicode }) => (
          <li key={id} className="font-semibold wrap-anywhere">
            {nameUnicode}
          </li>
        ))}
      </ul>
      <MoreNames view={view} text={t('more')} />
    </Panel>
  )
}

/** Back to the list, with the choice. */
export function MoreNames({ view, text }: { view: GrantView; text: string }) {
  const chosen = new Map(view.names.map(({ id }) => [id, undefined]))
  return (
    <ButtonLink href={chosenHref('/names', chosen)} weight="secondary" size="dense">
      {text}
    </ButtonLink>
  )
}

/** Chosen names that nobody can be authorised for, each with its reason and rule; nothing when there is none. */
export async function RefusedNames({ refused }: Pick<GrantView, 'refused'>) {
  const t = await getTranslations('authorisations.new')
  if (refused.length === 0) return null
  const rows = await Promise.all(
    refused.map(async ({ name, refusal }) => ({ name, text: await refusalText(refusal) })),
  )
  return (
    <Panel title={t('refused')}>
      <ul className="flex flex-col gap-3">
        {rows.map(({ name, text }) => (
          <li key={name.id}>
            <span className="font-semibold wrap-anywhere">{name.nameUnicode}</span>
            <p className="max-w-text">{text.message}</p>
            {text.rule && (
              <p className="max-w-text text-sm text-ink-soft">
                {text.rule.text} ({text.rule.id})
              </p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
