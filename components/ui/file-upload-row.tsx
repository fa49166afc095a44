'use client'
import { buttonStyle } from './button-style'
import type { SendState } from './file-send'
import type { FileUploadTexts } from './file-upload'
import { Mark } from './mark'

interface FileRowProps {
  name: string
  state: SendState
  texts: FileUploadTexts
  onStop: () => void
  onAgain: () => void
}

/** One file on its way: its name, a bar, and how to stop it or send it again. */
export function FileRow({ name, state, texts, onStop, onAgain }: FileRowProps) {
  const sending = state.kind === 'sending'
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-rule pt-2 text-sm">
      <Mark
        name={state.kind === 'done' ? 'done' : state.kind === 'failed' ? 'urgent' : 'file'}
        className={`size-5 ${MARK_TONE[state.kind]}`}
      />
      <span className="min-w-32 flex-1 truncate font-semibold">{name}</span>
      <span role="status" className={state.kind === 'failed' ? 'text-stamp' : 'text-ink-soft'}>
        {wordFor(state, texts)}
      </span>
      {sending && (
        <button type="button" onClick={onStop} className={buttonStyle('quiet', 'dense')}>
          {texts.cancel}
        </button>
      )}
      {(state.kind === 'failed' || state.kind === 'stopped') && (
        <button type="button" onClick={onAgain} className={buttonStyle('quiet', 'dense')}>
          {texts.retry}
        </button>
      )}
      {sending && (
        <progress
          value={state.sent}
          max={state.total || 1}
          aria-label={name}
          className="h-1 w-full accent-action"
        />
      )}
    </li>
  )
}

const MARK_TONE: Readonly<Record<SendState['kind'], string>> = {
  sending: 'text-ink-soft',
  done: 'text-done',
  stopped: 'text-ink-soft',
  failed: 'text-stamp',
}

function wordFor(state: SendState, texts: FileUploadTexts): string {
  if (state.kind === 'failed') return state.sentence ?? texts.failed
  return texts[state.kind]
}
