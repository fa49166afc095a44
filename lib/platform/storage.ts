/** Files on disk: streamed in while hashed and counted, complete or not there at all. */
import { createHash } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { newId } from '@/lib/kernel/ids'
import { env } from './env'

export interface StoredFile {
  readonly key: string
  /** Bytes. */
  readonly size: number
  /** Hex. */
  readonly sha256: string
  /** Where it lies, for checks of its content. */
  readonly path: string
}

/** Thrown while streaming when a file is larger than it may be. */
export class TooLargeError extends Error {}

const FOLDER = 'documents'
const INCOMING = 'incoming'

function root(): string {
  return resolve(env().DATA_DIR, FOLDER)
}

/** Where a stored file lies. Throws for a key that is not one of ours, so no path can be smuggled in. */
export function storagePath(key: string): string {
  if (!/^[0-9a-f-]{36}$/.test(key)) throw new Error('not a storage key')
  return join(root(), key.slice(-2), key)
}

/**
 * Takes a stream in. Nothing is left behind when it breaks off or grows over `maxBytes` (TooLargeError).
 * The file counts once {@link keep} was called; until then it lies among the incoming ones.
 */
export async function receive(stream: Readable, maxBytes: number): Promise<StoredFile> {
  const key = newId()
  const path = join(root(), INCOMING, key)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  let size = 0
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      if (size > maxBytes) return done(new TooLargeError())
      hash.update(chunk)
      done(null, chunk)
    },
  })
  // Open before anything can break: a stream that opens it itself may do so after it was removed.
  const handle = await open(path, 'wx', 0o600)
  try {
    await pipeline(stream, meter, handle.createWriteStream({ flush: true }))
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  return { key, size, sha256: hash.digest('hex'), path }
}

/** Moves a received file to its place. */
export async function keep(file: StoredFile): Promise<void> {
  const path = storagePath(file.key)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await rename(file.path, path)
}

/** Removes a file, wherever it got to. */
export async function discard(key: string): Promise<void> {
  await rm(join(root(), INCOMING, key), { force: true })
  await rm(storagePath(key), { force: true })
}

/** Opens a kept file. */
export function read(key: string): ReadStream {
  return createReadStream(storagePath(key))
}

/** Keys of all files older than `before`, whether kept or still incoming, a folder at a time. */
export async function* storedKeys(before: Date): AsyncGenerator<string[]> {
  const folders = await readdir(root()).catch(() => [])
  for (const folder of folders) {
    const names = await readdir(join(root(), folder))
    const old: string[] = []
    for (const name of names) {
      const { mtime } = await stat(join(root(), folder, name)).catch(() => ({ mtime: before }))
      if (mtime < before) old.push(name)
    }
    yield old
  }
}
