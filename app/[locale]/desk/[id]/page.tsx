import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DeskKeys } from '@/components/dossiers/desk-keys'
import { NotOnFile } from '@/components/shell/not-on-file'
import { DeskFrame } from '@/components/shell/page-frame'
import { queueView, reviewView } from '@/lib/dossiers/review/desk.query'
import { requireStaff } from '@/lib/web/session'
import { DeclarationPart } from './declaration-part'
import { DocumentPart } from './document-part'
import { QueuePart } from './queue-part'

interface ReviewProps {
  params: Promise<{ id: string }>
  searchParams: Promise<{ document?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk'))('review') }
}

/** One dossier under review: queue, document and declaration side by side. */
export default async function ReviewPage({ params, searchParams }: ReviewProps) {
  const { id } = await params
  const actor = await requireStaff('AGENT', `/desk/${id}`)
  const [t, view, queue, { document }] = await Promise.all([
    getTranslations('desk'),
    reviewView(actor, id),
    queueView(actor.userId),
    searchParams,
  ])
  if (!view) return <NotOnFile />
  const shown = view.documents.find((entry) => entry.id === document) ?? view.documents[0]
  const at = shown ? view.documents.indexOf(shown) : 0
  const address = (entry?: { id: string }) => entry && `/desk/${id}?document=${entry.id}`
  return (
    <>
      <h1 className="sr-only">
        {t('review')}: {view.nameUnicode}
      </h1>
      <DeskFrame
        labels={{ queue: t('part.queue'), document: t('part.document'), declaration: t('part.declaration') }}
        queue={<QueuePart queue={queue} current={id} />}
        document={<DocumentPart view={view} shown={shown} />}
        declaration={<DeclarationPart view={view} />}
      />
      <DeskKeys next={address(view.documents[at + 1])} previous={address(view.documents[at - 1])} />
    </>
  )
}
