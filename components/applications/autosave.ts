'use client'
import { type SyntheticEvent, useEffect, useRef, useState } from 'react'

/** Keeps what a form holds and answers with the sentence to show. */
export type Keep = (form: FormData) => Promise<string>

const PAUSE_MS = 2000

/** Keeps a form by itself: two seconds after the last key, and at once when a field is left. */
export function useAutosave(keep: Keep, first: string) {
  const [note, setNote] = useState(first)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isDirty = useRef(false)
  useEffect(() => () => clearTimeout(timer.current), [])
  function rest() {
    clearTimeout(timer.current)
    isDirty.current = false
  }
  async function save(form: HTMLFormElement) {
    if (!isDirty.current || !form.isConnected) return
    rest()
    setNote(await keep(new FormData(form)))
  }
  function changed({ currentTarget: form }: SyntheticEvent<HTMLFormElement>) {
    isDirty.current = true
    clearTimeout(timer.current)
    timer.current = setTimeout(() => save(form), PAUSE_MS)
  }
  function left({ currentTarget: form }: SyntheticEvent<HTMLFormElement>) {
    void save(form)
  }
  return { note, handlers: { onInput: changed, onBlur: left }, rest }
}
