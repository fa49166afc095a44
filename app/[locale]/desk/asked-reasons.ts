/** What the desk's form asks for: each thing with a reason or a note. A note alone is left for the command to refuse. */
export function askedReasons(values: Readonly<Record<string, string>>) {
  return Object.entries(values)
    .filter(([key]) => key.startsWith('reason.'))
    .map(([key, reason]) => {
      const about = key.slice('reason.'.length)
      const note = values[`note.${about}`]?.trim()
      return { reason, about, ...(note && { note }) }
    })
    .filter(({ reason, note }) => reason !== '' || note)
}
