import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { formWords } from '@/components/names/form-words'
import { serverValues } from '@/components/names/servers-input'
import { ServersForm } from '@/components/names/servers-form'
import { NotOnFile } from '@/components/shell/not-on-file'
import { PageFrame } from '@/components/shell/page-frame'
import { Callout } from '@/components/ui/callout'
import { PageHeader } from '@/components/ui/page-header'
import { nameView } from '@/lib/domains/manage/name.query'
import { EMPTY_FORM } from '@/lib/web/run-action'
import { requireActor } from '@/lib/web/session'
import { changeServers } from '../../actions'

interface Props {
  params: Promise<{ name: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('names.servers'))('title') }
}

/** Changes a name's name servers. */
export default async function NameServersPage({ params }: Props) {
  const name = decodeURIComponent((await params).name)
  const actor = await requireActor(`/names/${encodeURIComponent(name)}/name-servers`)
  const [t, view] = await Promise.all([getTranslations('names'), nameView(actor.userId, name)])
  if (!view) return <NotOnFile />
  const { id: domainId, nameAscii } = view
  return (
    <PageFrame>
      <PageHeader
        title={t('servers.title')}
        crumbs={[
          { label: t('list.title'), href: '/names' },
          { label: view.nameUnicode, href: `/names/${nameAscii}` },
          { label: t('servers.title') },
        ]}
        lead={t('servers.lead')}
      />
      {view.status === 'ACTIVE' ? (
        <ServersForm
          action={changeServers.bind(null, { domainId, nameAscii })}
          initial={{ ...EMPTY_FORM, values: serverValues(view.nameServers) }}
          nameAscii={nameAscii}
          {...(await formWords(view.zone))}
        />
      ) : (
        <Callout kind="info" title={t('change.notActive')} />
      )}
    </PageFrame>
  )
}
