/** Hostile uploads over HTTP: each is refused with a sentence, and nothing of it stays on disk. */
import { readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { type APIRequestContext, expect } from '@playwright/test'
import { sampleImage, samplePdf } from '@/lib/dossiers/documents/sample-files'
import { completeDraft, freshName, registrySays } from '@/lib/dossiers/dossiers-under-test'
import type { UserActor } from '@/lib/kernel/actor'
import { db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { signedIn } from '../people'
import { type Portal, test } from '../portal'

interface Hostile {
  readonly what: string
  readonly name: string
  readonly content: () => Buffer | Promise<Buffer>
  readonly status: number
  readonly code: string
  readonly sentence: RegExp
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
const ZIP_END = Buffer.from('504b0506000000000000000000000000000000000000', 'hex')
const zip = () => Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(60), ZIP_END])
const cut = async () => (await sampleImage('jpeg')).subarray(0, 4000)
const pdfOf = (inside: string) =>
  Buffer.from(samplePdf().toString('latin1').replace('%PDF-1.4\n', `%PDF-1.4\n${inside}\n`), 'latin1')

const TYPE = { status: 422, code: 'file-type', sentence: /Only PDF, JPEG and PNG can be taken/ }
const MIXED = { status: 422, code: 'file-mixed', sentence: /damaged or holds something besides/ }

const HOSTILE: readonly Hostile[] = [
  {
    what: 'no byte',
    name: 'a.pdf',
    content: () => Buffer.alloc(0),
    status: 422,
    code: 'file-empty',
    sentence: /The file is empty/,
  },
  {
    what: 'HTML as PDF',
    name: 'a.pdf',
    content: () => Buffer.from('<!doctype html><script>1</script>'),
    ...TYPE,
  },
  { what: 'SVG', name: 'a.svg', content: () => Buffer.from(SVG), ...TYPE },
  { what: 'SVG as PNG', name: 'a.png', content: () => Buffer.from(`<?xml version="1.0"?>${SVG}`), ...TYPE },
  { what: 'a program', name: 'a.pdf', content: () => Buffer.from('7f454c4602010100', 'hex'), ...TYPE },
  { what: 'ZIP', name: 'a.zip', content: zip, ...TYPE },
  { what: 'PDF and ZIP in one', name: 'a.pdf', content: () => Buffer.concat([samplePdf(), zip()]), ...MIXED },
  {
    what: 'ZIP within a PDF’s end',
    name: 'a.pdf',
    content: () => Buffer.concat([samplePdf(), ZIP_END, Buffer.from('\n%%EOF\n')]),
    ...MIXED,
  },
  { what: 'PDF with HTML at its head', name: 'a.pdf', content: () => pdfOf('<script>1</script>'), ...MIXED },
  { what: 'half a photo', name: 'a.jpg', content: cut, ...MIXED },
  {
    what: 'one byte too many',
    name: 'a.pdf',
    content: () =>
      Buffer.concat([samplePdf(), Buffer.alloc(env().UPLOAD_MAX_BYTES + 1 - samplePdf().length, 0x0a)]),
    status: 413,
    code: 'file-too-large',
    sentence: /larger than 10 MB/,
  },
]

/** Every file under the documents' folder. */
function filesOf(portal: Portal): string[] {
  const root = join(portal.env.DATA_DIR!, 'documents')
  try {
    const entries = readdirSync(root, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
  } catch {
    return []
  }
}

/** Wants the folder to be as it was, once nothing is on its way any more. */
async function expectNoMore(portal: Portal, before: readonly string[]): Promise<void> {
  await expect.poll(() => filesOf(portal)).toEqual(before)
}

async function draftOf(owner: UserActor): Promise<string> {
  registrySays('free')
  const dossierId = await completeDraft(owner, freshName())
  await db().document.deleteMany({ where: { dossierId } })
  return dossierId
}

const addressOf = (dossierId: string) => `/api/documents?dossier=${dossierId}&kind=identity-card&locale=en`

async function send(
  request: APIRequestContext,
  portal: Portal,
  dossierId: string,
  file: { name: string; buffer: Buffer },
  accept: string,
) {
  return request.post(addressOf(dossierId), {
    headers: { origin: portal.urls.portal, accept },
    multipart: { file: { ...file, mimeType: 'application/pdf' } },
    maxRedirects: 0,
  })
}

for (const { what, name, content, status, code, sentence } of HOSTILE) {
  test(`${what} is refused and leaves no file`, async ({ page, context, portal }) => {
    const dossierId = await draftOf(await signedIn(portal, context))
    const before = filesOf(portal)
    const buffer = await content()

    const scripted = await send(context.request, portal, dossierId, { name, buffer }, 'application/json')
    expect(scripted.status()).toBe(status)
    expect(await scripted.json()).toMatchObject({ error: expect.stringMatching(sentence) })

    const plain = await send(context.request, portal, dossierId, { name, buffer }, 'text/html')
    expect(plain.status()).toBe(303)
    const back = plain.headers().location ?? ''
    expect(back).toBe(`/en/applications/${dossierId}/documents?kind=identity-card&refused=${code}`)
    await page.goto(back)
    await expect(page.getByText(sentence)).toBeVisible()

    await expectNoMore(portal, before)
    expect(await db().document.count({ where: { dossierId } })).toBe(0)
  })
}

test('a path in the file’s name stays a name', async ({ context, portal }) => {
  const dossierId = await draftOf(await signedIn(portal, context))
  const before = filesOf(portal)
  const names = [
    '../../../../etc/passwd.pdf',
    '..\\..\\autoexec.pdf',
    '/etc/cron.d/x.pdf',
    'a\u0000b\r\nset-cookie: x.pdf',
  ]
  for (const name of names) {
    const answer = await rawUpload(portal, context.request, dossierId, name)
    expect(answer.status(), JSON.stringify(name)).toBe(200)
    const { documentId } = (await answer.json()) as { documentId: string }
    const document = await db().document.findUniqueOrThrow({ where: { id: documentId } })
    expect(document.fileName).not.toMatch(/[/\\\p{Cc}]/u)
    const file = await context.request.get(`/api/documents/${documentId}`)
    expect(file.headers()['set-cookie']).toBeUndefined()
    expect(file.headers()['content-disposition']).toMatch(/^inline; filename\*=UTF-8''[^/\\]+$/)
  }
  const fresh = filesOf(portal).filter((path) => !before.includes(path))
  expect(fresh).toHaveLength(names.length)
  for (const path of fresh) expect(path).toMatch(/\/documents\/[0-9a-f]{2}\/[0-9a-f-]{36}$/)
})

/** Sends the name as it is: a client library would clean it. */
function rawUpload(portal: Portal, request: APIRequestContext, dossierId: string, name: string) {
  const head = `--edge\r\ncontent-disposition: form-data; name="file"; filename*=UTF-8''${encodeURIComponent(name)}\r\n\r\n`
  return request.post(addressOf(dossierId), {
    headers: {
      origin: portal.urls.portal,
      accept: 'application/json',
      'content-type': 'multipart/form-data; boundary=edge',
    },
    data: Buffer.concat([Buffer.from(head), samplePdf(), Buffer.from('\r\n--edge--\r\n')]),
  })
}

test('requests without a whole multipart file are refused', async ({ context, portal }) => {
  const dossierId = await draftOf(await signedIn(portal, context))
  const before = filesOf(portal)
  const field = '--edge\r\ncontent-disposition: form-data; name="note"\r\n\r\nx\r\n--edge--\r\n'
  const bodies: readonly (readonly [string, string])[] = [
    ['application/json', '{}'],
    ['multipart/form-data', 'x'],
    ['multipart/form-data; boundary=edge', field],
    [
      'multipart/form-data; boundary=edge',
      '--edge\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4 and no end',
    ],
  ]
  for (const [type, data] of bodies) {
    const headers = { origin: portal.urls.portal, accept: 'application/json', 'content-type': type }
    const answer = await context.request.post(addressOf(dossierId), { headers, data: Buffer.from(data) })
    expect(answer.status(), `${type} ${data}`).toBe(422)
    expect(((await answer.json()) as { error: string }).error, type).toMatch(/^[A-Z].+\.$/)
  }
  await expectNoMore(portal, before)
})

test('a request cut off midway leaves no file', async ({ context, portal }) => {
  const dossierId = await draftOf(await signedIn(portal, context))
  const before = filesOf(portal)
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const socket = connect(portal.ports.PORT, '127.0.0.1')
  socket.on('error', () => undefined)
  const head = [
    `POST ${addressOf(dossierId)} HTTP/1.1`,
    `Host: localhost:${portal.ports.PORT}`,
    `Origin: ${portal.urls.portal}`,
    `Cookie: ${cookie}`,
    'Content-Type: multipart/form-data; boundary=edge',
    'Content-Length: 5000000',
  ]
  const part = '--edge\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'
  socket.write(`${head.join('\r\n')}\r\n\r\n${part}`)
  socket.write(Buffer.concat([samplePdf(), Buffer.alloc(300_000, 0x20)]))
  // It has begun to arrive: the file lies among the incoming ones.
  await expect.poll(() => filesOf(portal).length).toBe(before.length + 1)
  socket.destroy()
  await expectNoMore(portal, before)
  expect(await db().document.count({ where: { dossierId } })).toBe(0)
})

test('a good file is taken, by script and by plain form', async ({ context, portal }) => {
  const dossierId = await draftOf(await signedIn(portal, context))
  const before = filesOf(portal)
  const file = { name: 'căn cước.pdf', buffer: samplePdf() }
  expect((await send(context.request, portal, dossierId, file, 'application/json')).status()).toBe(200)
  const plain = await send(context.request, portal, dossierId, file, 'text/html')
  expect(plain.headers().location).toBe(`/en/applications/${dossierId}/documents`)
  expect(filesOf(portal)).toHaveLength(before.length + 2)
  const kept = await db().document.findMany({ where: { dossierId } })
  expect(kept.map((document) => document.fileName)).toEqual(['căn cước.pdf', 'căn cước.pdf'])
})
