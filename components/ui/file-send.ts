/** How one file's way to the server stands. */
export type SendState =
  | { kind: 'sending'; sent: number; total: number }
  | { kind: 'done' }
  | { kind: 'stopped' }
  | { kind: 'failed'; sentence?: string }

interface Sending {
  action: string
  field: string
  /** Hidden fields that go with the file. */
  fields: Readonly<Record<string, string>>
  onState: (state: SendState) => void
}

/**
 * Sends one file as the plain form would, but tells how far it is. Returns the way to stop it. A refusal is
 * answered with a status of 400 or more and `{ "error": "…" }`, a sentence in the reader's language.
 */
export function sendFile(file: File, { action, field, fields, onState }: Sending): () => void {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  body.append(field, file)
  const request = new XMLHttpRequest()
  request.open('POST', action)
  request.setRequestHeader('Accept', 'application/json')
  request.upload.onprogress = ({ loaded, total }) => onState({ kind: 'sending', sent: loaded, total })
  request.onload = () => {
    if (request.status < 400) onState({ kind: 'done' })
    else onState({ kind: 'failed', sentence: sentenceOf(request.responseText) })
  }
  request.onerror = () => onState({ kind: 'failed' })
  request.onabort = () => onState({ kind: 'stopped' })
  onState({ kind: 'sending', sent: 0, total: file.size })
  request.send(body)
  return () => request.abort()
}

function sentenceOf(text: string): string | undefined {
  try {
    const answer: unknown = JSON.parse(text)
    if (typeof answer !== 'object' || answer === null || !('error' in answer)) return undefined
    return typeof answer.error === 'string' ? answer.error : undefined
  } catch {
    return undefined
  }
}
