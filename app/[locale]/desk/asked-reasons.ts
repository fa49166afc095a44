/** The typed reasons of the desk's form: a reason for each thing that has one, with its note. */
export function askedReasons(values: Readonly<Record<string, string>>) {
  return Object.entries(values)
    .filter(([key, reason]) => key.startsWith('reason.') && reason !== '')
    .map(([key, reason]) => {
      const about = key.slice('reason.'.length)
      const note = values[`note.${about}`]
      return { reason, about, ...(note && { note }) }
    })
}
