import { existsSync, readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UserActor } from '@/lib/kernel/actor'
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { env } from '@/lib/platform/env'
import { storagePath } from '@/lib/platform/storage'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { startDossier } from '../declare/draft.command'
import { freshName, person } from '../dossiers-under-test'
import { removeOrphans } from './orphans.job'
import { pageCount, pagePicture } from './picture'
import { documentFile } from './read.query'
import { sampleImage, samplePdf } from './sample-files'
import { uploadDocument } from './upload'

let database: TestDatabase
let owner: UserActor
let dossierId: string
beforeAll(async () => {
  database = await testDatabase()
  owner = await person()
  dossierId = must(await execute(startDossier, { name: freshName() }, { actor: owner })).dossierId
})
afterAll(() => database.drop())

/** All files in storage, kept or incoming. */
function files(): string[] {
  const root = join(env().DATA_DIR, 'documents')
  if (!existsSync(root)) return []
  return readdirSync(root, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [entry.name] : [],
  )
}

function upload(body: Buffer | Readable, fileName = 'card.pdf', actor: UserActor = owner) {
  const stream = Buffer.isBuffer(body) ? Readable.from([body]) : body
  return uploadDocument({ dossierId, kind: 'identity-card', fileName, stream }, { actor })
}

const html = Buffer.from('<!doctype html><script>alert(1)</script>')
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
const zipEnd = Buffer.concat([Buffer.from('504b0506', 'hex'), Buffer.alloc(18)])

const HOSTILE: [string, string, () => Promise<Buffer> | Buffer][] = [
  ['0 bytes', 'file-empty', () => Buffer.alloc(0)],
  ['HTML called a PDF', 'file-type', () => html],
  ['an SVG', 'file-type', () => svg],
  ['a program', 'file-type', () => Buffer.from('7f454c4602010100', 'hex')],
  ['a PDF that is a ZIP as well', 'file-mixed', () => Buffer.concat([samplePdf(), zipEnd])],
  ['a PDF with something after its end', 'file-mixed', () => Buffer.concat([samplePdf(), html])],
  [
    'a PDF with markup in its head',
    'file-mixed',
    () =>
      Buffer.from(
        samplePdf().toString('latin1').replace('%PDF-1.4\n', '%PDF-1.4\n<script>x</script>\n'),
        'latin1',
      ),
  ],
  ['half a PDF', 'file-mixed', () => samplePdf().subarray(0, 300)],
  ['the two ends of a PDF', 'file-mixed', () => Buffer.from('%PDF-1.7\n%%EOF')],
  ['a PDF without a page', 'file-mixed', () => samplePdf('', { pages: 0 })],
  ['a PDF whose page is a line', 'file-mixed', () => samplePdf('', { size: [72, 1_000_000] })],
  ['a PDF with a password', 'file-locked', () => samplePdf('', { isLocked: true })],
  ['a PDF of 51 pages', 'file-pages', () => samplePdf('', { pages: 51 })],
  ['a JPEG with HTML behind it', 'file-mixed', async () => Buffer.concat([await sampleImage('jpeg'), html])],
  ['half a JPEG', 'file-mixed', async () => (await sampleImage('jpeg')).subarray(0, 2000)],
  [
    'a JPEG broken inside',
    'file-mixed',
    async () => Buffer.concat([(await sampleImage('jpeg')).subarray(0, 2000), Buffer.from('ffd9', 'hex')]),
  ],
  ['a PNG with a ZIP behind it', 'file-mixed', async () => Buffer.concat([await sampleImage('png'), zipEnd])],
  ['a file over the limit', 'file-too-large', () => Buffer.alloc(env().UPLOAD_MAX_BYTES + 1, 'a')],
]

describe('hostile uploads', () => {
  test.each(HOSTILE)('%s is refused with %s and leaves no file', async (_what, code, make) => {
    const before = files()
    expect(await upload(await make())).toMatchObject({ ok: false, refusal: { code } })
    expect(files()).toEqual(before)
  })

  test('one that is cut off midway leaves no file', async () => {
    const before = files()
    const broken = new Readable({ read: () => undefined })
    broken.push(samplePdf().subarray(0, 100))
    setImmediate(() => broken.destroy(new Error('connection lost')))
    expect(await upload(broken)).toMatchObject({ ok: false, refusal: { code: 'file-cut-off' } })
    expect(files()).toEqual(before)
  })

  test('one for another user’s dossier leaves no file', async () => {
    const before = files()
    expect(await upload(samplePdf(), 'a.pdf', await person())).toMatchObject({
      refusal: { code: 'not-found' },
    })
    expect(files()).toEqual(before)
  })

  test.each([
    ['../../../etc/passwd', 'passwd'],
    ['C:\\Users\\mai\\card.pdf', 'card.pdf'],
    ['card\u0000\u202e.pdf', 'card.pdf'],
    ['', 'document'],
  ])('a file name like %j is only a name', async (given, shown) => {
    const { documentId } = must(await upload(samplePdf(), given))
    expect(await db().document.findUnique({ where: { id: documentId } })).toMatchObject({ fileName: shown })
  })
})

describe('honest uploads', () => {
  test.each(['pdf', 'jpeg', 'png'] as const)(
    'R-NS-15 a %s is kept, versioned and shown as pictures',
    async (format) => {
      const body = format === 'pdf' ? samplePdf() : await sampleImage(format)
      const { documentId } = must(await upload(body))
      const document = await documentFile(owner, documentId)
      expect(document).toMatchObject({ size: body.length })
      const picture = await pagePicture(document!, 1)
      expect(picture?.body.length).toBeGreaterThan(100)
      expect(await pagePicture(document!, 2)).toBeNull()
      const versions = await db().document.findMany({ where: { dossierId }, select: { version: true } })
      expect(new Set(versions.map(({ version }) => version)).size).toBe(versions.length)
    },
  )

  test.each([
    [1_000_000, 1_000_000],
    [720, 100_000],
    [100_000, 720],
  ])(
    'a PDF that says its page is %d by %d points is drawn no larger than the desk needs',
    async (...size) => {
      const { documentId } = must(await upload(samplePdf('', { size })))
      const picture = await pagePicture((await documentFile(owner, documentId))!, 1)
      const { width, height } = await sharp(picture?.body).metadata()
      expect(width).toBeLessThanOrEqual(1600)
      expect(height).toBeLessThanOrEqual(4000)
    },
  )

  test('of a stored PDF with too many pages the desk still sees the first', async () => {
    const { documentId } = must(await upload(samplePdf()))
    const stored = (await documentFile(owner, documentId))!
    await writeFile(storagePath(stored.storageKey), samplePdf('', { pages: 51 }))
    expect(await pageCount(stored)).toBe(50)
    expect(await pagePicture(stored, 50)).not.toBeNull()
    expect(await pagePicture(stored, 51)).toBeNull()
    await writeFile(storagePath(stored.storageKey), 'no PDF any more')
    expect(await pageCount(stored)).toBe(0)
  })

  test('a document is its owner’s and, once filed, an agent’s; nobody else’s', async () => {
    const { documentId } = must(await upload(samplePdf()))
    const agent = await person('AGENT')
    expect(await documentFile(owner, documentId)).not.toBeNull()
    expect(await documentFile(await person(), documentId)).toBeNull()
    expect(await documentFile({ kind: 'visitor', address: '' }, documentId)).toBeNull()
    expect(await documentFile(agent, documentId)).toBeNull()
  })

  test('a file that no document knows is removed after its time', async () => {
    const [known] = files()
    expect(await removeOrphans(new Date(0))).toBe(0)
    await database.query('ALTER TABLE document DISABLE TRIGGER ALL')
    await database.query('DELETE FROM document')
    const left = files().length
    expect(await removeOrphans(new Date('2100-01-01'))).toBe(left)
    expect(files()).not.toContain(known)
  })
})
