'use client'
import clsx from 'clsx'
import { useRouter } from 'next/navigation'
import { type DragEvent, useId, useRef, useState, useSyncExternalStore } from 'react'
import { buttonStyle } from './button-style'
import { FieldError, fieldAria } from './field'
import { sendFile, type SendState } from './file-send'
import { FileRow } from './file-upload-row'

/** The words of the control: the texts of namespace `ui.upload`, taken with `t.raw`. */
export interface FileUploadTexts {
  drop: string
  camera: string
  send: string
  sending: string
  done: string
  failed: string
  stopped: string
  tooLarge: string
  /** Several files were given for one document. */
  oneFile: string
  cancel: string
  retry: string
}

interface FileUploadProps {
  /** Where the form posts; a route handler that takes multipart and answers JSON when asked for it. */
  action: string
  name: string
  label: string
  /** Which files are taken: types and size, in words. */
  hint: string
  accept: string
  maxBytes: number
  fields?: Readonly<Record<string, string>>
  error?: string
  texts: FileUploadTexts
}

interface Sent {
  key: number
  file: File
  state: SendState
  stop: () => void
}

const never = () => () => {}

/**
 * One file to hand in. It is a plain form that posts; with script it also takes a drop or the camera, shows how
 * far the file is, and lets it be stopped or sent again. A further file takes the place of the one before. The page
 * is read anew when it has arrived.
 */
export function FileUpload(props: FileUploadProps) {
  const { action, fields = {}, texts } = props
  const enhanced = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const { sents, take, again } = useSending(props)
  const { over, handlers } = useDrop(take)
  return (
    <form
      action={action}
      method="post"
      encType="multipart/form-data"
      className={clsx(
        'flex max-w-form flex-col gap-3 border border-dashed p-4',
        over ? 'border-action bg-action-wash' : 'border-rule-strong bg-sheet',
      )}
      {...handlers}
    >
      {Object.entries(fields).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <FileInput {...props} enhanced={enhanced} onFiles={take} />
      {enhanced && <CameraInput label={texts.camera} onFiles={take} />}
      {!enhanced && (
        <button type="submit" className={buttonStyle('primary', 'airy', 'self-start')}>
          {texts.send}
        </button>
      )}
      <FileRows sents={sents} texts={texts} onAgain={again} />
    </form>
  )
}

interface FileRowsProps {
  sents: readonly Sent[]
  texts: FileUploadTexts
  onAgain: (sent: Sent) => void
}

/** The file that was handed in on this page; several when more were given than are taken. */
function FileRows({ sents, texts, onAgain }: FileRowsProps) {
  return (
    <ul className="flex flex-col gap-2 empty:hidden">
      {sents.map((sent) => (
        <FileRow
          key={sent.key}
          name={sent.file.name}
          state={sent.state}
          texts={texts}
          onStop={sent.stop}
          onAgain={() => onAgain(sent)}
        />
      ))}
    </ul>
  )
}

type TakeFiles = (files: FileList | null) => void

/** Lets files be dropped, and tells whether one hangs above. */
function useDrop(take: TakeFiles) {
  const [over, setOver] = useState(false)
  function hover(event: DragEvent) {
    event.preventDefault()
    setOver(true)
  }
  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return { over, handlers: { onDragOver: hover, onDragLeave: () => setOver(false), onDrop: drop } }
}

const INPUT_STYLE =
  'w-full text-sm file:me-3 file:min-h-11 file:rounded-edge file:border file:border-solid ' +
  'file:border-rule-strong file:bg-sheet file:px-4 file:font-semibold file:text-ink hover:file:bg-well'

/** The browser's own file control with its label, hint and error. */
function FileInput(props: FileUploadProps & { enhanced: boolean; onFiles: TakeFiles }) {
  const { name, label, hint, accept, error, texts, enhanced, onFiles } = props
  const id = useId()
  return (
    <>
      <div>
        <label htmlFor={id} className="block font-semibold">
          {label}
        </label>
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint} {enhanced && texts.drop}
        </p>
      </div>
      <input
        {...fieldAria(id, { hint, error })}
        type="file"
        name={name}
        accept={accept}
        required={!enhanced}
        onChange={({ target }) => {
          onFiles(target.files)
          target.value = ''
        }}
        className={INPUT_STYLE}
      />
      <FieldError id={id} error={error} />
    </>
  )
}

/** Opens the camera where there is one; only devices held in the hand show it. */
function CameraInput({ label, onFiles }: { label: string; onFiles: TakeFiles }) {
  return (
    <label
      className={buttonStyle(
        'secondary',
        'airy',
        'self-start pointer-fine:hidden has-focus-visible:outline-3',
      )}
    >
      {label}
      <input
        type="file"
        accept="image/*"
        capture="environment"
        className="sr-only"
        onChange={(event) => onFiles(event.target.files)}
      />
    </label>
  )
}

/**
 * The file on its way; one before it that is still on its way is stopped. A file too large, and several at once, are
 * refused here, before they cost anybody anything.
 */
function useSending({ action, name, fields = {}, maxBytes, texts }: FileUploadProps) {
  const router = useRouter()
  const [sents, setSents] = useState<readonly Sent[]>([])
  const nextKey = useRef(0)
  function update(key: number, state: SendState) {
    setSents((before) => before.map((sent) => (sent.key === key ? { ...sent, state } : sent)))
    if (state.kind === 'done') router.refresh()
  }
  function start(file: File, key: number, fault?: string): Sent {
    const sentence = fault ?? (file.size > maxBytes ? texts.tooLarge : undefined)
    if (sentence) return { key, file, state: { kind: 'failed', sentence }, stop: () => {} }
    const stop = sendFile(file, { action, field: name, fields, onState: (state) => update(key, state) })
    return { key, file, state: { kind: 'sending', sent: 0, total: file.size }, stop }
  }
  function take(files: FileList | null) {
    const given = Array.from(files ?? [])
    if (given.length === 0) return
    for (const sent of sents) sent.stop()
    const fault = given.length > 1 ? texts.oneFile : undefined
    setSents(given.map((file) => start(file, nextKey.current++, fault)))
  }
  function again(old: Sent) {
    const sent = start(old.file, old.key)
    setSents((before) => before.map((other) => (other.key === old.key ? sent : other)))
  }
  return { sents, take, again }
}
