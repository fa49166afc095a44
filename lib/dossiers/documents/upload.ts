/** An upload from its first byte to the document it becomes; refused or broken off, it leaves no file. */
import type { Readable } from 'node:stream'
import type { Actor } from '@/lib/kernel/actor'
import { refuse, type Result } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { env } from '@/lib/platform/env'
import { takePoint } from '@/lib/platform/rate-limit'
import { discard, keep, receive, TooLargeError } from '@/lib/platform/storage'
import { attachDocument } from './attach.command'
import { contentType } from './content'
import { shownFileName } from './document.input'

const PER_USER = { name: 'upload', points: 300, seconds: 3600 }

export interface Upload {
  readonly dossierId: string
  readonly kind: string
  readonly fileName: string
  readonly stream: Readable
}

/** Stores an upload and attaches it. Refuses `file-too-large`, `file-cut-off` and what contentType refuses. */
export async function uploadDocument(
  upload: Upload,
  by: { actor: Actor; requestId?: string },
): Promise<Result<{ documentId: string }>> {
  const { dossierId, kind, fileName, stream } = upload
  // It may break before anybody reads it; reading it then refuses it.
  stream.on('error', () => undefined)
  if (by.actor.kind !== 'user') return refuse('sign-in-needed')
  const own = await db().dossier.findFirst({
    where: { id: dossierId, ownerId: by.actor.userId },
    select: { id: true },
  })
  if (!own) return refuse('not-found')
  const limited = await takePoint(PER_USER, [by.actor.userId])
  if (!limited.ok) return limited
  const received = await takeIn(stream)
  if (!received.ok) return received
  const file = received.value
  let attached: Result<{ documentId: string }> | undefined
  try {
    const type = await contentType(file.path, file.size)
    if (!type.ok) return type
    await keep(file)
    const { key: storageKey, size, sha256 } = file
    const document = {
      dossierId,
      kind,
      fileName: shownFileName(fileName),
      mediaType: type.value,
      size,
      sha256,
      storageKey,
    }
    attached = await execute(attachDocument, document, by)
    return attached
  } finally {
    if (!attached?.ok) await discard(file.key)
  }
}

async function takeIn(stream: Readable) {
  const limit = env().UPLOAD_MAX_BYTES
  try {
    return { ok: true as const, value: await receive(stream, limit) }
  } catch (error) {
    if (error instanceof TooLargeError) {
      return refuse('file-too-large', { field: 'file', params: { megabytes: Math.floor(limit / 1_000_000) } })
    }
    return refuse('file-cut-off', { field: 'file' })
  }
}
